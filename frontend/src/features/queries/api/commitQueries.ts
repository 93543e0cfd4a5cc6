import { api, ok } from '@/api/client'

/** Records the new results; asked again it changes nothing. */
export const commitQueries = (id: string) =>
  ok(api.POST('/api/v1/query-imports/{id}/commit', { params: { path: { id } } }))
