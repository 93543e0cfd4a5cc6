import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { Receipt } from '@/api/types'

export const undoMatch = (of: Receipt, reason: string) =>
  once(['undoMatch', of.id, reason], (key) =>
    ok(
      api.POST('/api/v1/receipts/{id}/reversal', {
        params: { path: { id: of.id }, header: { ...ifMatch(of.version), ...key } },
        body: { reason },
      }),
    ),
  )
