import { api, ifMatch, ok } from '@/api/client'
import type { SupervisionSlip } from '@/api/types'

export const withdrawSlip = (slip: SupervisionSlip, reason: string) =>
  ok(
    api.POST('/api/v1/supervision-slips/{id}/withdrawal', {
      params: { path: { id: slip.id }, header: ifMatch(slip.version) },
      body: { reason },
    }),
  )
