import { api, ok } from '@/api/client'
import { once } from '@/api/once'

export const reopenLine = (line: string, reason: string) =>
  once(['reopenLine', line, reason], (key) =>
    ok(
      api.POST('/api/v1/bank-lines/{id}/reopening', {
        params: { path: { id: line }, header: key },
        body: { reason },
      }),
    ),
  )
