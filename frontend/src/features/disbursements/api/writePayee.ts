import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { PayeeBody } from '@/api/types'

export const writePayee = (caseId: string, body: PayeeBody) =>
  once(['writePayee', caseId, body], (key) =>
    ok(api.POST('/api/v1/cases/{id}/payees', { params: { path: { id: caseId }, header: key }, body })),
  )
