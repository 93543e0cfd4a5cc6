import { api, ok } from '@/api/client'
import type { TransferStatus } from '@/api/types'

export const listTransfers = (status?: TransferStatus) =>
  ok(api.GET('/api/v1/transfers', { params: { query: { status, limit: 200 } } }))
