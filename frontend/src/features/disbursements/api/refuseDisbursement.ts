import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Disbursement } from '@/api/types'

export const refuseDisbursement = (of: Disbursement, reason: string) =>
  once(['refuseDisbursement', of.id, reason], (key) =>
    ok(
      api.POST('/api/v1/disbursements/{id}/refusal', {
        params: { path: { id: of.id }, header: { ...ifMatch(of.version), ...key } },
        body: { reason },
      }),
    ),
  )
