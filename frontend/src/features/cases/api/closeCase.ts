import { api, ifMatch, ok } from '@/api/client'
import type { CaseSummary, ClosureManner } from '@/api/types'

export const closeCase = (of: CaseSummary, body: { manner: ClosureManner; closedOn: string; reason?: string }) =>
  ok(
    api.POST('/api/v1/cases/{id}/closure', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
      body,
    }),
  )
