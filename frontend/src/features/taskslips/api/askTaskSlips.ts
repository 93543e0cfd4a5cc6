import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { TaskSlipAsk } from '@/api/types'

/** One numbered slip on each case; the answer names the cases on which none was made. */
export const askTaskSlips = (body: TaskSlipAsk) =>
  once(['askTaskSlips', body], (key) => ok(api.POST('/api/v1/task-slips', { params: { header: key }, body })))
