import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Payee } from '@/api/types'

export const confirmPayee = (of: Payee) =>
  once(['confirmPayee', of.id], (key) =>
    ok(
      api.POST('/api/v1/cases/{id}/payees/{payeeId}/confirmation', {
        params: { path: { id: of.caseId, payeeId: of.id }, header: { ...ifMatch(of.version), ...key } },
      }),
    ),
  )
