import { api, idempotencyKey, ok } from '@/api/client'
import type { TaskSlip } from '@/api/types'

/** The same step on many slips: each is done or refused on its own. */
export const roundTaskSlips = (step: 'signatures' | 'receipts', slips: TaskSlip[]) =>
  ok(
    api.POST(`/api/v1/task-slip-rounds/${step}`, {
      params: { header: idempotencyKey() },
      body: { slips: slips.map(({ id, version }) => ({ id, version })) },
    }),
  )
