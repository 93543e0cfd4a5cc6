import { api, ifMatch, ok } from '@/api/client'
import type { CaseSummary } from '@/api/types'

export const reassign = (of: CaseSummary, body: { judgeId: string; executorId: string; reason: string }) =>
  ok(
    api.POST('/api/v1/cases/{id}/handlers', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
      body,
    }),
  )
