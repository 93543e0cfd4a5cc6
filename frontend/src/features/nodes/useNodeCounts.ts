import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { NodeQuery } from '@/api/types'
import { getNodeCounts } from './api/getNodeCounts'

export const useNodeCounts = (query: () => NodeQuery) =>
  useQuery({
    queryKey: ['nodes', 'counts', query],
    queryFn: () => getNodeCounts(query()),
    placeholderData: keepPreviousData,
  })
