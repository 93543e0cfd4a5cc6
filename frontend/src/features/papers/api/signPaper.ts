import { api, ifMatch, ok } from '@/api/client'
import type { Paper } from '@/api/types'

/** Signs the bytes that were shown: their hash goes with it. */
export const signPaper = (paper: Paper) =>
  ok(
    api.POST('/api/v1/papers/{id}/signatures', {
      params: { path: { id: paper.id }, header: ifMatch(paper.version) },
      body: { sha256: paper.sha256 ?? '' },
    }),
  )
