import { api, ifMatch, ok } from '@/api/client'
import type { Panel } from '@/api/types'

export const submitPanel = (panel: Panel) =>
  ok(api.POST('/api/v1/panels/{id}/submission', { params: { path: { id: panel.id }, header: ifMatch(panel.version) } }))
