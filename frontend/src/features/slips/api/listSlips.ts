import { api, ok } from '@/api/client'
import type { SlipQuery } from '@/api/types'

export const listSlips = (query: SlipQuery) => ok(api.GET('/api/v1/supervision-slips', { params: { query } }))
