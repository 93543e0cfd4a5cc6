import { useQuery } from '@tanstack/vue-query'
import { listMappings } from './api/listMappings'

export const useMappings = () => useQuery({ queryKey: ['mappings'], queryFn: listMappings })
