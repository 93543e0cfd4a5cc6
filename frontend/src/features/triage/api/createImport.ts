import { api, ok } from '@/api/client'
import { nameOf, once } from '@/api/once'
import type { ImportRun } from '@/api/types'

/** Uploads a register. The contract does not describe the answer's body: it is the new import. */
export function createImport(file: File): Promise<ImportRun> {
  const form = new FormData()
  form.set('file', file)
  return once(['createImport', ...nameOf(file)], (key) =>
    ok<unknown>(
      api.POST('/api/v1/imports', {
        params: { header: key },
        body: {},
        bodySerializer: () => form,
      }),
    ),
  ) as Promise<ImportRun>
}
