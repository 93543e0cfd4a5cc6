import { api, ifMatch, ok } from '@/api/client'
import { nameOf, once } from '@/api/once'
import type { SupervisionSlip } from '@/api/types'

/** Answers the slip; a file, if any, is kept with it. */
export function answerSlip(slip: SupervisionSlip, text: string, file?: File) {
  const form = new FormData()
  form.set('text', text)
  if (file) form.set('file', file)
  return once(['answerSlip', slip.id, slip.version, text, ...nameOf(file)], (key) =>
    ok(
      api.POST('/api/v1/supervision-slips/{id}/answer', {
        params: { path: { id: slip.id }, header: { ...ifMatch(slip.version), ...key } },
        body: {},
        bodySerializer: () => form,
      }),
    ),
  )
}
