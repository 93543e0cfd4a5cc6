import { api, ifMatch, ok } from '@/api/client'

export const publishPaperTemplate = (kind: string, seen: number, text: string, reason: string) =>
  ok(
    api.POST('/api/v1/paper-kinds/{kind}/templates', {
      params: { path: { kind }, header: ifMatch(seen) },
      body: { text, reason },
    }),
  )
