import { api, idempotencyKey, ok } from '@/api/client'
import type { CaseSummary } from '@/api/types'

export const askTransfer = (of: CaseSummary, reason: string) =>
  ok(
    api.POST('/api/v1/cases/{id}/transfers', {
      params: { path: { id: of.id }, header: idempotencyKey() },
      body: { reason },
    }),
  )
