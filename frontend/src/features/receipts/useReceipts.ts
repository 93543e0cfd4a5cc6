import { useQuery } from '@tanstack/vue-query'
import type { ReceiptQuery } from '@/api/types'
import { listReceipts } from './api/listReceipts'

export const useReceipts = (query: () => ReceiptQuery) =>
  useQuery({ queryKey: ['receipts', query], queryFn: () => listReceipts(query()) })
