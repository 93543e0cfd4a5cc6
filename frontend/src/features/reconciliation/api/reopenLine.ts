import { api, idempotencyKey, ok } from '@/api/client'

export const reopenLine = (line: string, reason: string) =>
  ok(
    api.POST('/api/v1/bank-lines/{id}/reopening', {
      params: { path: { id: line }, header: idempotencyKey() },
      body: { reason },
    }),
  )
