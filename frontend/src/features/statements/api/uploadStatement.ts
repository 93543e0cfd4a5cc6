import { api, ok } from '@/api/client'
import { nameOf, once } from '@/api/once'

/** Without a mapping the file is recognised by its header. */
export function uploadStatement({ file, mappingId }: { file: File; mappingId?: string }) {
  const form = new FormData()
  form.set('file', file)
  if (mappingId) form.set('mappingId', mappingId)
  return once(['uploadStatement', ...nameOf(file), mappingId], (key) =>
    ok(
      api.POST('/api/v1/statements', {
        params: { header: key },
        body: {},
        bodySerializer: () => form,
      }),
    ),
  )
}
