import { api, ok } from '@/api/client'
import { once } from '@/api/once'

export const undoClaim = (id: string, claim: string, reason: string) =>
  once(['undoClaim', id, claim, reason], (key) =>
    ok(
      api.POST('/api/v1/suspense/{id}/claims/{claim}/reversal', {
        params: { path: { id, claim }, header: key },
        body: { reason },
      }),
    ),
  )
