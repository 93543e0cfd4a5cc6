import { api, ifMatch, ok } from '@/api/client'
import type { SupervisionSlip } from '@/api/types'

export const confirmSlip = (slip: SupervisionSlip) =>
  ok(
    api.POST('/api/v1/supervision-slips/{id}/confirmation', {
      params: { path: { id: slip.id }, header: ifMatch(slip.version) },
    }),
  )
