import { api, ok } from '@/api/client'

export const getClosedMonth = (month: string) =>
  ok(api.GET('/api/v1/ledger/months/{month}', { params: { path: { month } } }))
