import { api, ifMatch, ok } from '@/api/client'
import type { Paper } from '@/api/types'

export const voidPaper = (paper: Paper, reason: string) =>
  ok(
    api.POST('/api/v1/papers/{id}/voiding', {
      params: { path: { id: paper.id }, header: ifMatch(paper.version) },
      body: { reason },
    }),
  )
