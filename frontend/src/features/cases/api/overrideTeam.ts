import { api, ifMatch, ok } from '@/api/client'
import type { CaseSummary, Team } from '@/api/types'

export const overrideTeam = (of: CaseSummary, team: Team, reason: string) =>
  ok(
    api.POST('/api/v1/cases/{id}/team', {
      params: { path: { id: of.id }, header: ifMatch(of.version) },
      body: { team, reason },
    }),
  )
