import { api, ok } from '@/api/client'
import type { ArchiveLoanQuery } from '@/api/types'

export const listArchiveLoans = (query: ArchiveLoanQuery) => ok(api.GET('/api/v1/archive-loans', { params: { query } }))
