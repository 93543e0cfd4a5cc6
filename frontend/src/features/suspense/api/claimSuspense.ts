import { api, ok } from '@/api/client'

export const claimSuspense = (id: string, caseId: string, reason: string, key: string) =>
  ok(
    api.POST('/api/v1/suspense/{id}/claims', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: { caseId, reason },
    }),
  )
