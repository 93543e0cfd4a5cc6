import { useQuery } from '@tanstack/vue-query'
import { listPayees } from './api/listPayees'

export const usePayees = (caseId: () => string) =>
  useQuery({ queryKey: ['cases', 'payees', caseId], queryFn: () => listPayees(caseId()) })
