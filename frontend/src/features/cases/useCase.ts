import { useQuery } from '@tanstack/vue-query'
import { getCase } from './api/getCase'

export const useCase = (id: () => string) => useQuery({ queryKey: ['cases', 'one', id], queryFn: () => getCase(id()) })
