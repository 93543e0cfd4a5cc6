import { api, idempotencyKey, ifMatch, ok } from '@/api/client'
import type { CourtNode } from '@/api/types'

/** Uploads the evidence that stops the node's clock; it must be of the category that the node asks for. */
export function completeNode(node: CourtNode, file: File) {
  const form = new FormData()
  form.set('category', node.evidenceCategory ?? '')
  form.set('file', file)
  return ok(
    api.POST('/api/v1/nodes/{id}/completion', {
      params: { path: { id: node.id }, header: { ...ifMatch(node.version), ...idempotencyKey() } },
      body: {},
      bodySerializer: () => form,
    }),
  )
}
