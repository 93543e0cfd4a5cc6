import { api, ok } from '@/api/client'

export const listCasePapers = (caseId: string) =>
  ok(api.GET('/api/v1/cases/{id}/papers', { params: { path: { id: caseId }, query: { limit: 200 } } }))
