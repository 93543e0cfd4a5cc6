import { api, idempotencyKey, ifMatch, ok } from '@/api/client'
import type { Transfer } from '@/api/types'

export const approveTransfer = (of: Transfer) =>
  ok(
    api.POST('/api/v1/transfers/{id}/approval', {
      params: { path: { id: of.id }, header: { ...ifMatch(of.version), ...idempotencyKey() } },
    }),
  )
