import { api, ok } from '@/api/client'

export const listPayees = (caseId: string) =>
  ok(api.GET('/api/v1/cases/{id}/payees', { params: { path: { id: caseId } } }))
