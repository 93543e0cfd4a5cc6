import { api, ok } from '@/api/client'

export const listBatches = (cursor?: string) =>
  ok(api.GET('/api/v1/payment-batches', { params: { query: { cursor, limit: 20 } } }))
