import { api, ok } from '@/api/client'

/** The key is the choice's: pressed twice, the bank is ordered once. */
export const makeBatch = (disbursementIds: string[], key: string) =>
  ok(api.POST('/api/v1/payment-batches', { params: { header: { 'Idempotency-Key': key } }, body: { disbursementIds } }))
