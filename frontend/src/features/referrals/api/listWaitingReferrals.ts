import { api, ok } from '@/api/client'

/** Those that wait for the caller's decision. */
export const listWaitingReferrals = () =>
  ok(api.GET('/api/v1/referrals', { params: { query: { waiting: true, limit: 200 } } }))
