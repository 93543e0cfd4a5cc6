import { api, ok } from '@/api/client'

export const searchCases = (q: string) => ok(api.GET('/api/v1/cases', { params: { query: { q, limit: 8 } } }))
