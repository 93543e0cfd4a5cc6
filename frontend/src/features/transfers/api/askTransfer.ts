import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { CaseSummary } from '@/api/types'

export const askTransfer = (of: CaseSummary, reason: string) =>
  once(['askTransfer', of.id, reason], (key) =>
    ok(
      api.POST('/api/v1/cases/{id}/transfers', {
        params: { path: { id: of.id }, header: key },
        body: { reason },
      }),
    ),
  )
