import { api, ok } from '@/api/client'
import type { Suspension } from '@/api/types'

export const endSuspension = (of: Suspension, resume: string) =>
  ok(
    api.POST('/api/v1/suspensions/{id}/end', {
      params: { path: { id: of.id } },
      body: { resume },
    }),
  )
