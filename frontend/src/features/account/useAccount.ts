import { useQuery } from '@tanstack/vue-query'
import { getAccount } from './api/getAccount'

export const useAccount = (id: () => string) =>
  useQuery({ queryKey: ['cases', 'account', id], queryFn: () => getAccount(id()) })
