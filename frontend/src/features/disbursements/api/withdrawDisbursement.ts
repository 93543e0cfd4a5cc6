import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Disbursement } from '@/api/types'

export const withdrawDisbursement = (of: Disbursement, reason: string) =>
  once(['withdrawDisbursement', of.id, reason], (key) =>
    ok(
      api.POST('/api/v1/disbursements/{id}/withdrawal', {
        params: { path: { id: of.id }, header: { ...ifMatch(of.version), ...key } },
        body: { reason },
      }),
    ),
  )
