import { api, ok } from '@/api/client'
import { once } from '@/api/once'

export const linkLine = (line: string, paymentId: string) =>
  once(['linkLine', line, paymentId], (key) =>
    ok(
      api.POST('/api/v1/bank-lines/{id}/payment', {
        params: { path: { id: line }, header: key },
        body: { paymentId },
      }),
    ),
  )
