import { api, ifMatch, ok } from '@/api/client'
import { once } from '@/api/once'
import type { LetterBody, TaskSlip } from '@/api/types'

/** The letter that goes out, or the one that answers. */
export const writeLetter = (slip: TaskSlip, step: 'letter' | 'reply', body: LetterBody) =>
  once(['writeLetter', slip.id, slip.version, step, body], (key) =>
    ok(
      api.POST(`/api/v1/delegations/{id}/${step}`, {
        params: { path: { id: slip.id }, header: { ...ifMatch(slip.version), ...key } },
        body,
      }),
    ),
  )
