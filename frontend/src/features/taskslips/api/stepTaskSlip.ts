import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { TaskSlip } from '@/api/types'

/** A step that needs no word: the signature, the receipt, the acceptance. */
export const stepTaskSlip = (slip: TaskSlip, step: 'signature' | 'receipt' | 'acceptance') =>
  once(['stepTaskSlip', slip.id, slip.version, step], (key) =>
    ok(
      api.POST(`/api/v1/task-slips/{id}/${step}`, {
        params: { path: { id: slip.id }, header: { ...ifMatch(slip.version), ...key } },
      }),
    ),
  )
