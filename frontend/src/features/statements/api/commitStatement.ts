import { api, ok } from '@/api/client'
import { once } from '@/api/once'

/** Books the new lines; asked again it changes nothing. */
export const commitStatement = (id: string) =>
  once(['commitStatement', id], (key) =>
    ok(api.POST('/api/v1/statements/{id}/commit', { params: { path: { id }, header: key } })),
  )
