import { api, ok } from '@/api/client'

export const listPaperBatchCases = (id: string) =>
  ok(api.GET('/api/v1/paper-batches/{id}/cases', { params: { path: { id }, query: { limit: 200 } } }))
