import { api, ok } from '@/api/client'
import type { StandIn } from '@/api/types'

export const revokeStandIn = (of: StandIn) =>
  ok(api.POST('/api/v1/stand-ins/{id}/revocation', { params: { path: { id: of.id } } }))
