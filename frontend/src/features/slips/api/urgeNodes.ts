import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { SlipRequest } from '@/api/types'

/** One numbered slip on each node; the answer names those that were passed over. */
export const urgeNodes = (body: SlipRequest) =>
  once(['urgeNodes', body], (key) => ok(api.POST('/api/v1/supervision-slips', { params: { header: key }, body })))
