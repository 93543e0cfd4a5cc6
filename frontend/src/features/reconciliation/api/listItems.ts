import { api, ok } from '@/api/client'

export const listItems = (on: string) =>
  ok(api.GET('/api/v1/reconciliation/items', { params: { query: { on, limit: 200 } } }))
