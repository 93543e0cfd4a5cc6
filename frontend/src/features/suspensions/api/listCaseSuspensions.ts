import { api, ok } from '@/api/client'

export const listCaseSuspensions = (caseId: string) =>
  ok(api.GET('/api/v1/cases/{id}/suspensions', { params: { path: { id: caseId } } }))
