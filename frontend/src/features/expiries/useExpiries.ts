import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { ExpiryQuery } from '@/api/types'
import { countExpiries } from './api/countExpiries'
import { listExpiries } from './api/listExpiries'

export const useExpiries = (query: () => ExpiryQuery) =>
  useQuery({
    queryKey: ['expiries', 'list', query],
    queryFn: () => listExpiries(query()),
    placeholderData: keepPreviousData,
  })

export const useExpiryWeeks = (query: () => ExpiryQuery) =>
  useQuery({
    queryKey: ['expiries', 'weeks', query],
    queryFn: () => {
      const { cursor: _, ...filters } = query()
      return countExpiries(filters)
    },
    placeholderData: keepPreviousData,
  })
