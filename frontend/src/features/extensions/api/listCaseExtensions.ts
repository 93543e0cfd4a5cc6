import { api, ok } from '@/api/client'

export const listCaseExtensions = (caseId: string) =>
  ok(api.GET('/api/v1/cases/{id}/extensions', { params: { path: { id: caseId } } }))
