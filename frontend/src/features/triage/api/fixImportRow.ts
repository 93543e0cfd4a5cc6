import { api, ok } from '@/api/client'

export const fixImportRow = (id: string, row: number, values: Record<string, string>) =>
  ok(api.PUT('/api/v1/imports/{id}/rows/{row}', { params: { path: { id, row } }, body: { values } }))
