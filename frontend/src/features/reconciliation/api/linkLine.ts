import { api, idempotencyKey, ok } from '@/api/client'

export const linkLine = (line: string, paymentId: string) =>
  ok(
    api.POST('/api/v1/bank-lines/{id}/payment', {
      params: { path: { id: line }, header: idempotencyKey() },
      body: { paymentId },
    }),
  )
