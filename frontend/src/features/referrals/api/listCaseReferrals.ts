import { api, ok } from '@/api/client'

export const listCaseReferrals = (id: string) =>
  ok(api.GET('/api/v1/cases/{id}/referrals', { params: { path: { id } } }))
