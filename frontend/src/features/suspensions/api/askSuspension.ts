import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { SuspensionAsk } from '@/api/types'

export const askSuspension = (caseId: string, body: SuspensionAsk) =>
  once(['askSuspension', caseId, body], (key) =>
    ok(
      api.POST('/api/v1/cases/{id}/suspensions', {
        params: { path: { id: caseId }, header: key },
        body,
      }),
    ),
  )
