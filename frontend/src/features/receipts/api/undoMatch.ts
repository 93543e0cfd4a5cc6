import { api, idempotencyKey, ifMatch, ok } from '@/api/client'
import type { Receipt } from '@/api/types'

export const undoMatch = (of: Receipt, reason: string) =>
  ok(
    api.POST('/api/v1/receipts/{id}/reversal', {
      params: { path: { id: of.id }, header: { ...ifMatch(of.version), ...idempotencyKey() } },
      body: { reason },
    }),
  )
