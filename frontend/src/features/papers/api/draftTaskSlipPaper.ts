import { api, ok } from '@/api/client'

/** Drafted now, or the one that stands. */
export const draftTaskSlipPaper = (id: string) =>
  ok(api.POST('/api/v1/task-slips/{id}/paper', { params: { path: { id } } }))
