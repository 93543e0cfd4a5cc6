import { api, ok } from '@/api/client'
import { nameOf, once } from '@/api/once'

export function uploadResults(id: string, file: File) {
  const form = new FormData()
  form.set('file', file)
  return once(['uploadResults', id, ...nameOf(file)], (key) =>
    ok(
      api.POST('/api/v1/payment-batches/{id}/result-file', {
        params: { path: { id }, header: key },
        body: {},
        bodySerializer: () => form,
      }),
    ),
  )
}
