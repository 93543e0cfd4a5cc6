import { api, ok } from '@/api/client'

export const listDeadLetters = (cursor?: string) =>
  ok(api.GET('/api/v1/outbox/dead', { params: { query: { cursor } } }))
