import { useQuery } from '@tanstack/vue-query'
import { getNodeDays } from './api/getNodeDays'

export const useNodeDays = (id: () => string, version: () => number) =>
  useQuery({ queryKey: ['nodes', 'days', id, version], queryFn: () => getNodeDays(id()), staleTime: 10 * 60_000 })
