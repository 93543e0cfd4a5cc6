import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { AuditQuery } from '@/api/types'
import { listAudit } from './api/listAudit'

export const useAudit = (query: () => AuditQuery) =>
  useQuery({
    queryKey: ['audit', 'list', query],
    queryFn: () => listAudit(query()),
    placeholderData: keepPreviousData,
  })
