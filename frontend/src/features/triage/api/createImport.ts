import { api, idempotencyKey, ok } from '@/api/client'

export function createImport(file: File) {
  const form = new FormData()
  form.set('file', file)
  return ok(
    api.POST('/api/v1/imports', {
      params: { header: idempotencyKey() },
      body: {} as never,
      bodySerializer: () => form,
    }),
  )
}
