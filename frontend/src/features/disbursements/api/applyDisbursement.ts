import { api, ok } from '@/api/client'
import type { DisbursementBody } from '@/api/types'

/** The key is the form's: sent again after a broken line, it applies once. */
export const applyDisbursement = (caseId: string, body: DisbursementBody, key: string) =>
  ok(
    api.POST('/api/v1/cases/{id}/disbursements', {
      params: { path: { id: caseId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
