import { api, ifMatch, ok } from '@/api/client'
import type { Paper } from '@/api/types'

export const submitPaper = (paper: Paper) =>
  ok(
    api.POST('/api/v1/papers/{id}/submission', {
      params: { path: { id: paper.id }, header: ifMatch(paper.version) },
    }),
  )
