import { api, idempotencyKey, ok } from '@/api/client'
import type { TaskSlipAsk } from '@/api/types'

/** One numbered slip on each case; the answer names the cases on which none was made. */
export const askTaskSlips = (body: TaskSlipAsk) =>
  ok(api.POST('/api/v1/task-slips', { params: { header: idempotencyKey() }, body }))
