import { api, ifMatch, ok } from '@/api/client'
import type { Disbursement } from '@/api/types'

export const refuseDisbursement = (of: Disbursement, reason: string) =>
  ok(
    api.POST('/api/v1/disbursements/{id}/refusal', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
      body: { reason },
    }),
  )
