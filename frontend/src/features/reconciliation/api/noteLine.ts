import { api, idempotencyKey, ok } from '@/api/client'

export const noteLine = (line: string, reason: string) =>
  ok(
    api.POST('/api/v1/bank-lines/{id}/note', {
      params: { path: { id: line }, header: idempotencyKey() },
      body: { reason },
    }),
  )
