import { api, ok } from '@/api/client'
import type { NewStandIn } from '@/api/types'

/** The key is the form's: sent again after a broken line, there is one stand-in. */
export const lendRole = (body: NewStandIn, key: string) =>
  ok(api.POST('/api/v1/stand-ins', { params: { header: { 'Idempotency-Key': key } }, body }))
