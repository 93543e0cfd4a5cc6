import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Disbursement } from '@/api/types'

/** Of the version that was on the screen: nobody signs what has changed meanwhile. */
export const approveDisbursement = (of: Disbursement) =>
  once(['approveDisbursement', of.id], (key) =>
    ok(
      api.POST('/api/v1/disbursements/{id}/approval', {
        params: { path: { id: of.id }, header: { ...ifMatch(of.version), ...key } },
      }),
    ),
  )
