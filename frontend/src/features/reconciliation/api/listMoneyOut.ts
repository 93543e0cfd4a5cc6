import { api, ok } from '@/api/client'

export const listMoneyOut = (from: string, to: string, cursor?: string) =>
  ok(api.GET('/api/v1/bank-lines', { params: { query: { from, to, direction: 'OUT', cursor } } }))
