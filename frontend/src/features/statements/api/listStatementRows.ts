import { api, ok } from '@/api/client'
import type { StatementRowQuery } from '@/api/types'

export const listStatementRows = (id: string, query: StatementRowQuery) =>
  ok(api.GET('/api/v1/statements/{id}/rows', { params: { path: { id }, query } }))
