import { api, ok } from '@/api/client'
import type { TaskSlipQuery } from '@/api/types'

/** How many of the same filter stand where; paging and order are no part of it. */
export function countTaskSlips({ cursor: _cursor, sort: _sort, limit: _limit, ...query }: TaskSlipQuery) {
  return ok(api.GET('/api/v1/task-slips/counts', { params: { query } }))
}
