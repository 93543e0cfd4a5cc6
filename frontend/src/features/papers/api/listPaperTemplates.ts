import { api, ok } from '@/api/client'

export const listPaperTemplates = (kind: string) =>
  ok(api.GET('/api/v1/paper-kinds/{kind}/templates', { params: { path: { kind } } }))
