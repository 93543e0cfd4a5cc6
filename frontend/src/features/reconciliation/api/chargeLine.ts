import { api, idempotencyKey, ok } from '@/api/client'

export const chargeLine = (line: string, reason: string) =>
  ok(
    api.POST('/api/v1/bank-lines/{id}/charge', {
      params: { path: { id: line }, header: idempotencyKey() },
      body: { reason },
    }),
  )
