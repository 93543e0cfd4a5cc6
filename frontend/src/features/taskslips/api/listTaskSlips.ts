import { api, ok } from '@/api/client'
import type { TaskSlipQuery } from '@/api/types'

export const listTaskSlips = (query: TaskSlipQuery) => ok(api.GET('/api/v1/task-slips', { params: { query } }))
