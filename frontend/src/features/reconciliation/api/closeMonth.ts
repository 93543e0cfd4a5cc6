import { api, ok } from '@/api/client'
import { once } from '@/api/once'

export const closeMonth = (month: string) =>
  once(['closeMonth', month], (key) =>
    ok(
      api.POST('/api/v1/ledger/months/{month}/closing', {
        params: { path: { month }, header: key },
      }),
    ),
  )
