import { api, ok } from '@/api/client'
import type { RowOutcome } from '@/api/types'

export const listQueryRows = (id: string, outcome: RowOutcome, cursor?: string) =>
  ok(api.GET('/api/v1/query-imports/{id}/rows', { params: { path: { id }, query: { outcome, cursor } } }))
