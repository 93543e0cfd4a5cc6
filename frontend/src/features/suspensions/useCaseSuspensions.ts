import { useQuery } from '@tanstack/vue-query'
import { listCaseSuspensions } from './api/listCaseSuspensions'

export const useCaseSuspensions = (caseId: () => string) =>
  useQuery({ queryKey: ['suspensions', 'case', caseId], queryFn: () => listCaseSuspensions(caseId()) })
