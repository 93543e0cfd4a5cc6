import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Suspension } from '@/api/types'

export const refuseSuspension = (of: Suspension, reason: string) =>
  once(['refuseSuspension', of.id, reason], (key) =>
    ok(
      api.POST('/api/v1/suspensions/{id}/refusal', {
        params: { path: { id: of.id }, header: key },
        body: { reason },
      }),
    ),
  )
