import { api, ifMatch, ok } from '@/api/client'
import type { Panel } from '@/api/types'

export const revisePanel = (panel: Panel, reason: string) =>
  ok(
    api.POST('/api/v1/panels/{id}/revision', {
      params: { path: { id: panel.id }, header: ifMatch(panel.version) },
      body: { reason },
    }),
  )
