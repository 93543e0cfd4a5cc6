import { api, ok } from '@/api/client'

export const listAssets = (caseId: string) =>
  ok(api.GET('/api/v1/cases/{id}/assets', { params: { path: { id: caseId } } }))
