import { api, ok } from '@/api/client'

/** Drafted now, or the one that stands. */
export const draftSlipPaper = (id: string) =>
  ok(api.POST('/api/v1/supervision-slips/{id}/paper', { params: { path: { id } } }))
