import { api, idempotencyKey, ifMatch, ok } from '@/api/client'
import type { TaskSlip } from '@/api/types'

/** A step that needs no word: the signature, the receipt, the acceptance. */
export const stepTaskSlip = (slip: TaskSlip, step: 'signature' | 'receipt' | 'acceptance') =>
  ok(
    api.POST(`/api/v1/task-slips/{id}/${step}`, {
      params: { path: { id: slip.id }, header: { ...ifMatch(slip.version), ...idempotencyKey() } },
    }),
  )
