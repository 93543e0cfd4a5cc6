import { api, ok } from '@/api/client'

export const listInbox = (unread: boolean, cursor?: string) =>
  ok(api.GET('/api/v1/inbox', { params: { query: { unread: unread || undefined, cursor } } }))
