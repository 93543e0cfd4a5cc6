import { api, ok } from '@/api/client'

export const getDossier = (caseId: string, query: { category?: string; cursor?: string; limit?: number }) =>
  ok(api.GET('/api/v1/cases/{id}/dossier', { params: { path: { id: caseId }, query } }))
