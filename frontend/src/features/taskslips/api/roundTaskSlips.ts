import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { TaskSlip } from '@/api/types'

/** The same step on many slips: each is done or refused on its own. */
export const roundTaskSlips = (step: 'signatures' | 'receipts', slips: TaskSlip[]) =>
  once(['roundTaskSlips', step, ...slips.map(({ id, version }) => [id, version])], (key) =>
    ok(
      api.POST(`/api/v1/task-slip-rounds/${step}`, {
        params: { header: key },
        body: { slips: slips.map(({ id, version }) => ({ id, version })) },
      }),
    ),
  )
