import { api, ok } from '@/api/client'

/** Books the new lines; asked again it changes nothing. */
export const commitStatement = (id: string) =>
  ok(api.POST('/api/v1/statements/{id}/commit', { params: { path: { id } } }))
