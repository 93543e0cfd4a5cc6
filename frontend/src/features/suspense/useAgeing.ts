import { useQuery } from '@tanstack/vue-query'
import { getAgeing } from './api/getAgeing'

export const useAgeing = () => useQuery({ queryKey: ['suspense', 'ageing'], queryFn: getAgeing })
