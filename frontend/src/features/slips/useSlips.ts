import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { SlipQuery } from '@/api/types'
import { listSlips } from './api/listSlips'

/** A page of slips, newest first. */
export const useSlips = (query: () => SlipQuery) =>
  useQuery({
    queryKey: ['slips', query],
    queryFn: () => listSlips(query()),
    placeholderData: keepPreviousData,
  })
