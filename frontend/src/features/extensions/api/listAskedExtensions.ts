import { api, ok } from '@/api/client'

export const listAskedExtensions = () =>
  ok(api.GET('/api/v1/extensions', { params: { query: { status: 'ASKED', limit: 200 } } }))
