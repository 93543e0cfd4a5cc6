import { api, ifMatch, ok } from '@/api/client'
import type { DossierItem } from '@/api/types'

export const replaceItem = (item: DossierItem, uploadId: string, reason: string) =>
  ok(
    api.POST('/api/v1/dossier-items/{id}/versions', {
      params: { path: { id: item.id }, header: ifMatch(item.version) },
      body: { uploadId, reason },
    }),
  )
