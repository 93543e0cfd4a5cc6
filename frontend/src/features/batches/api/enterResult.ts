import { api, ok } from '@/api/client'
import type { PaymentResultBody } from '@/api/types'

export const enterResult = (id: string, body: PaymentResultBody, key: string) =>
  ok(
    api.POST('/api/v1/payment-batches/{id}/results', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
