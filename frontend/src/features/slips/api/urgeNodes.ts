import { api, idempotencyKey, ok } from '@/api/client'
import type { SlipRequest } from '@/api/types'

/** One numbered slip on each node; the answer names those that were passed over. */
export const urgeNodes = (body: SlipRequest) =>
  ok(api.POST('/api/v1/supervision-slips', { params: { header: idempotencyKey() }, body }))
