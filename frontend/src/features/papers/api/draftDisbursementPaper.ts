import { api, ok } from '@/api/client'

/** Drafted now, or the one that stands. */
export const draftDisbursementPaper = (id: string) =>
  ok(api.POST('/api/v1/disbursements/{id}/paper', { params: { path: { id } } }))
