import { api, ok } from '@/api/client'
import { once } from '@/api/once'

export const noteLine = (line: string, reason: string) =>
  once(['noteLine', line, reason], (key) =>
    ok(
      api.POST('/api/v1/bank-lines/{id}/note', {
        params: { path: { id: line }, header: key },
        body: { reason },
      }),
    ),
  )
