import { api, ok } from '@/api/client'
import { nameOf, once } from '@/api/once'

/** The results of a query platform, as it exports them. */
export function uploadQueries(file: File) {
  const form = new FormData()
  form.set('file', file)
  return once(['uploadQueries', ...nameOf(file)], (key) =>
    ok(
      api.POST('/api/v1/query-imports', {
        params: { header: key },
        body: {},
        bodySerializer: () => form,
      }),
    ),
  )
}
