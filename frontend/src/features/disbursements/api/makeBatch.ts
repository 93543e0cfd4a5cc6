import { api, ok } from '@/api/client'
import { once } from '@/api/once'

/** Pressed twice, the bank is ordered once. */
export const makeBatch = (disbursementIds: string[]) =>
  once(['makeBatch', disbursementIds], (key) =>
    ok(api.POST('/api/v1/payment-batches', { params: { header: key }, body: { disbursementIds } })),
  )
