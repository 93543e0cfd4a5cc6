import { api, idempotencyKey, ok } from '@/api/client'
import type { ExtensionAsk } from '@/api/types'

export const askExtension = (nodeId: string, body: ExtensionAsk) =>
  ok(
    api.POST('/api/v1/nodes/{id}/extensions', {
      params: { path: { id: nodeId }, header: idempotencyKey() },
      body,
    }),
  )
