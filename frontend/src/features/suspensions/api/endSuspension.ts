import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Suspension } from '@/api/types'

export const endSuspension = (of: Suspension, resume: string) =>
  once(['endSuspension', of.id, resume], (key) =>
    ok(
      api.POST('/api/v1/suspensions/{id}/end', {
        params: { path: { id: of.id }, header: key },
        body: { resume },
      }),
    ),
  )
