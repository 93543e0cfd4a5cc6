import { api, ok } from '@/api/client'
import type { Transfer } from '@/api/types'

export const carryOutTransfer = (of: Transfer) =>
  ok(
    api.POST('/api/v1/transfers/{id}/carrying-out', {
      params: { path: { id: of.id } },
    }),
  )
