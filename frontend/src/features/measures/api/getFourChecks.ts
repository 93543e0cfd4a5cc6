import { api, ok } from '@/api/client'

export const getFourChecks = (caseId: string) =>
  ok(api.GET('/api/v1/cases/{id}/four-checks', { params: { path: { id: caseId } } }))
