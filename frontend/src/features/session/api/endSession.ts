import { api, ok } from '@/api/client'
import type { Session } from '@/api/types'

export const endSession = (of: Session) =>
  ok(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id: of.id } } }))
