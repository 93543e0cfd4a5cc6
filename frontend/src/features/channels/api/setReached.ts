import { api, ok } from '@/api/client'
import type { PreferencesBody } from '@/api/types'

export const setReached = (id: string, body: PreferencesBody) =>
  ok(api.PUT('/api/v1/channels/people/{id}', { params: { path: { id } }, body }))
