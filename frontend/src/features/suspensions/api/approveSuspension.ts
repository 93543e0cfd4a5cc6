import { api, ok } from '@/api/client'
import type { Suspension } from '@/api/types'

export const approveSuspension = (of: Suspension) =>
  ok(
    api.POST('/api/v1/suspensions/{id}/approval', {
      params: { path: { id: of.id } },
    }),
  )
