import { api, ok } from '@/api/client'

export const reconcile = (from: string, to: string) =>
  ok(api.GET('/api/v1/reconciliation', { params: { query: { from, to } } }))
