import { useQuery } from '@tanstack/vue-query'
import { getCase } from './api/getCase'

export const useCase = (id: () => string, enabled: () => boolean = () => true) =>
  useQuery({ queryKey: ['cases', 'one', id], queryFn: () => getCase(id()), enabled })
