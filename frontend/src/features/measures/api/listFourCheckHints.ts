import { api, ok } from '@/api/client'

export const listFourCheckHints = (cursor?: string) =>
  ok(api.GET('/api/v1/four-check-hints', { params: { query: { cursor, limit: 20 } } }))
