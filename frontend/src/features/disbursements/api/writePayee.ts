import { api, idempotencyKey, ok } from '@/api/client'
import type { PayeeBody } from '@/api/types'

export const writePayee = (caseId: string, body: PayeeBody) =>
  ok(api.POST('/api/v1/cases/{id}/payees', { params: { path: { id: caseId }, header: idempotencyKey() }, body }))
