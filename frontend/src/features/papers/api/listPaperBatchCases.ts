import { api, ok } from '@/api/client'
import type { PaperBatchCase } from '@/api/types'

/** All of them: a batch has more cases than a page has room for. */
export async function listPaperBatchCases(id: string) {
  const all: PaperBatchCase[] = []
  let cursor: string | undefined
  do {
    const page = await ok(
      api.GET('/api/v1/paper-batches/{id}/cases', { params: { path: { id }, query: { limit: 200, cursor } } }),
    )
    all.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  return all
}
