import { api, idempotencyKey, ok } from '@/api/client'

/** Without a mapping the file is recognised by its header. */
export function uploadStatement({ file, mappingId }: { file: File; mappingId?: string }) {
  const form = new FormData()
  form.set('file', file)
  if (mappingId) form.set('mappingId', mappingId)
  return ok(
    api.POST('/api/v1/statements', {
      params: { header: idempotencyKey() },
      body: {},
      bodySerializer: () => form,
    }),
  )
}
