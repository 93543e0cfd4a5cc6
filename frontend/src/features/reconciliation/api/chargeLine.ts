import { api, ok } from '@/api/client'
import { once } from '@/api/once'

export const chargeLine = (line: string, reason: string) =>
  once(['chargeLine', line, reason], (key) =>
    ok(
      api.POST('/api/v1/bank-lines/{id}/charge', {
        params: { path: { id: line }, header: key },
        body: { reason },
      }),
    ),
  )
