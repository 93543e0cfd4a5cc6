import { api, ifMatch, ok } from '@/api/client'
import type { DossierItem } from '@/api/types'

/** Moves the item to that place among the standing ones of its category. */
export const placeItem = (item: DossierItem, place: number) =>
  ok(
    api.POST('/api/v1/dossier-items/{id}/place', {
      params: { path: { id: item.id }, header: ifMatch(item.version) },
      body: { place },
    }),
  )
