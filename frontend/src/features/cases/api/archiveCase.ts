import { api, ifMatch, ok } from '@/api/client'
import type { CaseSummary } from '@/api/types'

export const archiveCase = (of: CaseSummary) =>
  ok(api.POST('/api/v1/cases/{id}/archiving', { params: { path: { id: of.id }, header: ifMatch(of.version) } }))
