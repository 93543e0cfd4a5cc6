import { api, ok } from '@/api/client'

export const listAskedSuspensions = () =>
  ok(api.GET('/api/v1/suspensions', { params: { query: { status: 'ASKED', limit: 200 } } }))
