import { api, ifMatch, ok } from '@/api/client'
import type { Paper, PaperBody } from '@/api/types'

export const editPaper = (paper: Paper, body: PaperBody) =>
  ok(api.PUT('/api/v1/papers/{id}', { params: { path: { id: paper.id }, header: ifMatch(paper.version) }, body }))
