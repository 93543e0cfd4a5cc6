import { api, ifMatch, ok } from '@/api/client'
import type { NewPaper, Paper } from '@/api/types'

export const editPaper = (paper: Paper, body: NewPaper) =>
  ok(api.PUT('/api/v1/papers/{id}', { params: { path: { id: paper.id }, header: ifMatch(paper.version) }, body }))
