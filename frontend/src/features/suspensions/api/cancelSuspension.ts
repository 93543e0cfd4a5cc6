import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Suspension } from '@/api/types'

export const cancelSuspension = (of: Suspension, reason: string) =>
  once(['cancelSuspension', of.id, reason], (key) =>
    ok(
      api.POST('/api/v1/suspensions/{id}/cancellation', {
        params: { path: { id: of.id }, header: key },
        body: { reason },
      }),
    ),
  )
