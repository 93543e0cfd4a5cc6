import { api, ok } from '@/api/client'
import type { Transfer } from '@/api/types'

export const approveTransfer = (of: Transfer) =>
  ok(
    api.POST('/api/v1/transfers/{id}/approval', {
      params: { path: { id: of.id } },
    }),
  )
