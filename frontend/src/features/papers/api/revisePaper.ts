import { api, ifMatch, ok } from '@/api/client'
import type { Paper } from '@/api/types'

export const revisePaper = (paper: Paper, reason: string) =>
  ok(
    api.POST('/api/v1/papers/{id}/revision', {
      params: { path: { id: paper.id }, header: ifMatch(paper.version) },
      body: { reason },
    }),
  )
