import { api, idempotencyKey, ok } from '@/api/client'
import type { SuspensionAsk } from '@/api/types'

export const askSuspension = (caseId: string, body: SuspensionAsk) =>
  ok(
    api.POST('/api/v1/cases/{id}/suspensions', {
      params: { path: { id: caseId }, header: idempotencyKey() },
      body,
    }),
  )
