import { api, ok } from '@/api/client'

export const listEntries = (id: string, cursor?: string) =>
  ok(api.GET('/api/v1/cases/{id}/account/entries', { params: { path: { id }, query: { cursor } } }))
