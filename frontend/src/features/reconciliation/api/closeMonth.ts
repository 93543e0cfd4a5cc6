import { api, idempotencyKey, ok } from '@/api/client'

export const closeMonth = (month: string) =>
  ok(
    api.POST('/api/v1/ledger/months/{month}/closing', {
      params: { path: { month }, header: idempotencyKey() },
    }),
  )
