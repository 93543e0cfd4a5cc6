import { api, ifMatch, ok } from '@/api/client'
import type { DossierItem } from '@/api/types'

export const removeItem = (item: DossierItem, reason: string) =>
  ok(
    api.POST('/api/v1/dossier-items/{id}/removal', {
      params: { path: { id: item.id }, header: ifMatch(item.version) },
      body: { reason },
    }),
  )
