import { api, ok } from '@/api/client'
import type { ReceiptQuery } from '@/api/types'

export const listReceipts = (query: ReceiptQuery) => ok(api.GET('/api/v1/receipts', { params: { query } }))
