import { api, ok } from '@/api/client'
import type { NewArchiveLoan } from '@/api/types'

/** The key is the form's: sent again after a broken line, there is one loan. */
export const askArchiveLoan = (body: NewArchiveLoan, key: string) =>
  ok(api.POST('/api/v1/archive-loans', { params: { header: { 'Idempotency-Key': key } }, body }))
