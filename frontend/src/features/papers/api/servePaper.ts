import { api, ok } from '@/api/client'
import type { Paper, ServingBody } from '@/api/types'

/** The upload is the key: one proof is recorded once. */
export const servePaper = (paper: Paper, body: ServingBody) =>
  ok(
    api.POST('/api/v1/papers/{id}/servings', {
      params: { path: { id: paper.id }, header: { 'Idempotency-Key': body.uploadId } },
      body,
    }),
  )
