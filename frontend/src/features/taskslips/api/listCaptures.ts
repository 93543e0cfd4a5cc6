import { api, ok } from '@/api/client'

/** What was taken on the spot for a slip: when, by whom and where. */
export const listCaptures = (slipId: string) => ok(api.GET('/api/v1/field/captures', { params: { query: { slipId } } }))
