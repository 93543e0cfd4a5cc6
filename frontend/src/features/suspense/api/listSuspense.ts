import { api, ok } from '@/api/client'

export const listSuspense = (claimed: boolean, cursor?: string) =>
  ok(api.GET('/api/v1/suspense', { params: { query: { claimed, cursor } } }))
