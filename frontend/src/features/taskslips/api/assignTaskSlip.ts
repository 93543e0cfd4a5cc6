import { api, idempotencyKey, ifMatch, ok } from '@/api/client'
import type { TaskSlip } from '@/api/types'

export const assignTaskSlip = (slip: TaskSlip, body: { executorId: string; others: string[] }) =>
  ok(
    api.POST('/api/v1/task-slips/{id}/assignment', {
      params: { path: { id: slip.id }, header: { ...ifMatch(slip.version), ...idempotencyKey() } },
      body,
    }),
  )
