import { api, idempotencyKey, ifMatch, ok } from '@/api/client'
import type { TaskSlip } from '@/api/types'

/** A step that says something: the result, why it goes back, why it is cancelled. */
export const sayTaskSlip = (slip: TaskSlip, step: 'result' | 'return' | 'cancellation', text: string) =>
  ok(
    api.POST(`/api/v1/task-slips/{id}/${step}`, {
      params: { path: { id: slip.id }, header: { ...ifMatch(slip.version), ...idempotencyKey() } },
      body: { text },
    }),
  )
