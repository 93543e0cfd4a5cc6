import { api, idempotencyKey, ok } from '@/api/client'

export const undoClaim = (id: string, claim: string, reason: string) =>
  ok(
    api.POST('/api/v1/suspense/{id}/claims/{claim}/reversal', {
      params: { path: { id, claim }, header: idempotencyKey() },
      body: { reason },
    }),
  )
