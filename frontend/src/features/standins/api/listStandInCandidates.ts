import { api, ok } from '@/api/client'

export const listStandInCandidates = (role: string) =>
  ok(api.GET('/api/v1/stand-ins/candidates', { params: { query: { role } } }))
