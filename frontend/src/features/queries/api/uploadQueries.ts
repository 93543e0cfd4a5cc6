import { api, idempotencyKey, ok } from '@/api/client'

/** The results of a query platform, as it exports them. */
export function uploadQueries(file: File) {
  const form = new FormData()
  form.set('file', file)
  return ok(
    api.POST('/api/v1/query-imports', {
      params: { header: idempotencyKey() },
      body: {},
      bodySerializer: () => form,
    }),
  )
}
