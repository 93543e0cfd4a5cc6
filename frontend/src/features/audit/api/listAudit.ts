import { api, ok } from '@/api/client'
import type { AuditQuery } from '@/api/types'

export const listAudit = (query: AuditQuery) => ok(api.GET('/api/v1/audit', { params: { query } }))
