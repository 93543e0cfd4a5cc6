import { api, ok } from '@/api/client'

/** Says that pages are put on paper, before they are: the audit trail has it, and when the watermark is to say. */
export const printItem = (id: string, version: number, pages: string | null) =>
  ok(api.POST('/api/v1/dossier-items/{id}/prints', { params: { path: { id } }, body: { version, pages } }))
