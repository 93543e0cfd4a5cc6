import { api, ok } from '@/api/client'
import type { Transfer } from '@/api/types'

export const refuseTransfer = (of: Transfer, reason: string) =>
  ok(
    api.POST('/api/v1/transfers/{id}/refusal', {
      params: { path: { id: of.id } },
      body: { reason },
    }),
  )
