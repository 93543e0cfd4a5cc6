import { api, ok } from '@/api/client'

export const getTimeline = (id: string) =>
  ok(api.GET('/api/v1/cases/{id}/timeline', { params: { path: { id }, query: { limit: 200 } } }))
