import { api, idempotencyKey, ok } from '@/api/client'

export function uploadResults(id: string, file: File) {
  const form = new FormData()
  form.set('file', file)
  return ok(
    api.POST('/api/v1/payment-batches/{id}/result-file', {
      params: { path: { id }, header: idempotencyKey() },
      body: {},
      bodySerializer: () => form,
    }),
  )
}
