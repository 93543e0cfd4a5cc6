import { api, ok } from '@/api/client'

export const listQueryImports = (cursor?: string) =>
  ok(api.GET('/api/v1/query-imports', { params: { query: { cursor, limit: 20 } } }))
