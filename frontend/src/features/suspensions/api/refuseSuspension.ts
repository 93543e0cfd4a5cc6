import { api, ok } from '@/api/client'
import type { Suspension } from '@/api/types'

export const refuseSuspension = (of: Suspension, reason: string) =>
  ok(
    api.POST('/api/v1/suspensions/{id}/refusal', {
      params: { path: { id: of.id } },
      body: { reason },
    }),
  )
