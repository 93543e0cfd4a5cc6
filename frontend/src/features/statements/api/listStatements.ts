import { api, ok } from '@/api/client'

export const listStatements = (cursor?: string) =>
  ok(api.GET('/api/v1/statements', { params: { query: { cursor, limit: 20 } } }))
