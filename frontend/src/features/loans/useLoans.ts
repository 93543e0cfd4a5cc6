import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { ArchiveLoanQuery } from '@/api/types'
import { getArchiveLoan } from './api/getArchiveLoan'
import { listArchiveLoans } from './api/listArchiveLoans'

export const useLoans = (query: () => ArchiveLoanQuery) =>
  useQuery({
    queryKey: ['archive-loans', 'list', query],
    queryFn: () => listArchiveLoans(query()),
    placeholderData: keepPreviousData,
  })

/** Those that wait for the director's decision. */
export const useWaitingLoans = (wanted: () => boolean) =>
  useQuery({
    queryKey: ['archive-loans', 'waiting'],
    queryFn: () => listArchiveLoans({ waiting: true, limit: 200 }),
    enabled: wanted,
  })

export const useLoan = (id: () => string) =>
  useQuery({ queryKey: ['archive-loans', 'one', id], queryFn: () => getArchiveLoan(id()) })
