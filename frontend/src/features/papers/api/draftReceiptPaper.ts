import { api, ok } from '@/api/client'

/** Drafted now, or the one that stands. */
export const draftReceiptPaper = (id: string) =>
  ok(api.POST('/api/v1/receipts/{id}/paper', { params: { path: { id } } }))
