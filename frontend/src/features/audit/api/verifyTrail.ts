import { api, ok } from '@/api/client'
import type { TrailRange } from '@/api/types'

export const verifyTrail = (query: TrailRange & { block?: number }) =>
  ok(api.GET('/api/v1/audit/verification', { params: { query } }))
