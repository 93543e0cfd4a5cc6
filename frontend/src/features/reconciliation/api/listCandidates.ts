import { api, ok } from '@/api/client'

export const listCandidates = (line: string) =>
  ok(api.GET('/api/v1/bank-lines/{id}/candidates', { params: { path: { id: line } } }))
