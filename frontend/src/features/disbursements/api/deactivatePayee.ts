import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Payee } from '@/api/types'

export const deactivatePayee = (of: Payee) =>
  once(['deactivatePayee', of.id], (key) =>
    ok(
      api.POST('/api/v1/cases/{id}/payees/{payeeId}/deactivation', {
        params: { path: { id: of.caseId, payeeId: of.id }, header: { ...ifMatch(of.version), ...key } },
      }),
    ),
  )
