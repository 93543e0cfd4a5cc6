import { api, ifMatch, ok } from '@/api/client'
import type { SlipReturn, SupervisionSlip } from '@/api/types'

export const returnSlip = (slip: SupervisionSlip, body: SlipReturn) =>
  ok(
    api.POST('/api/v1/supervision-slips/{id}/return', {
      params: { path: { id: slip.id }, header: ifMatch(slip.version) },
      body,
    }),
  )
