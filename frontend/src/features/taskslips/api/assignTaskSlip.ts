import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { TaskSlip } from '@/api/types'

export const assignTaskSlip = (slip: TaskSlip, body: { executorId: string; others: string[] }) =>
  once(['assignTaskSlip', slip.id, slip.version, body], (key) =>
    ok(
      api.POST('/api/v1/task-slips/{id}/assignment', {
        params: { path: { id: slip.id }, header: { ...ifMatch(slip.version), ...key } },
        body,
      }),
    ),
  )
