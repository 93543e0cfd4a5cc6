import { api, ifMatch, ok } from '@/api/client'
import type { NewPanel, Panel } from '@/api/types'

export const editPanel = (panel: Panel, body: NewPanel) =>
  ok(api.PUT('/api/v1/panels/{id}', { params: { path: { id: panel.id }, header: ifMatch(panel.version) }, body }))
