import { api, idempotencyKey, ifMatch, ok } from '@/api/client'
import type { CaseSummary } from '@/api/types'

export const closeCase = (of: CaseSummary, body: { manner: string; closedOn: string; reason?: string }) =>
  ok(
    api.POST('/api/v1/cases/{id}/closure', {
      params: { path: { id: of.id }, header: { ...ifMatch(of.version), ...idempotencyKey() } },
      body,
    }),
  )
