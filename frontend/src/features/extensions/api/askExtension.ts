import { api, ok } from '@/api/client'
import { once } from '@/api/once'
import type { ExtensionAsk } from '@/api/types'

export const askExtension = (nodeId: string, body: ExtensionAsk) =>
  once(['askExtension', nodeId, body], (key) =>
    ok(
      api.POST('/api/v1/nodes/{id}/extensions', {
        params: { path: { id: nodeId }, header: key },
        body,
      }),
    ),
  )
