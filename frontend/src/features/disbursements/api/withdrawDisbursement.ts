import { api, ifMatch, ok } from '@/api/client'
import type { Disbursement } from '@/api/types'

export const withdrawDisbursement = (of: Disbursement, reason: string) =>
  ok(
    api.POST('/api/v1/disbursements/{id}/withdrawal', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
      body: { reason },
    }),
  )
