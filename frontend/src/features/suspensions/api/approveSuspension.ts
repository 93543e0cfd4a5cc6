import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Suspension } from '@/api/types'

export const approveSuspension = (of: Suspension) =>
  once(['approveSuspension', of.id], (key) =>
    ok(
      api.POST('/api/v1/suspensions/{id}/approval', {
        params: { path: { id: of.id }, header: key },
      }),
    ),
  )
