import { api, ok } from '@/api/client'
import type { CaseQuery } from '@/api/types'

export const listCases = (query: CaseQuery) => ok(api.GET('/api/v1/cases', { params: { query } }))
