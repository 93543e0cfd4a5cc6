import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { TaskSlip } from '@/api/types'

/** A step that says something: the result, why it goes back, why it is cancelled. */
export const sayTaskSlip = (slip: TaskSlip, step: 'result' | 'return' | 'cancellation', text: string) =>
  once(['sayTaskSlip', slip.id, slip.version, step, text], (key) =>
    ok(
      api.POST(`/api/v1/task-slips/{id}/${step}`, {
        params: { path: { id: slip.id }, header: { ...ifMatch(slip.version), ...key } },
        body: { text },
      }),
    ),
  )
