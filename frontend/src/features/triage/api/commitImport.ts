import { api, idempotencyKey, ok } from '@/api/client'

export const commitImport = (id: string) =>
  ok(api.POST('/api/v1/imports/{id}/commit', { params: { path: { id }, header: idempotencyKey() } }))
