import { useQuery } from '@tanstack/vue-query'
import { listCaseExtensions } from './api/listCaseExtensions'

export const useCaseExtensions = (caseId: () => string) =>
  useQuery({ queryKey: ['extensions', 'case', caseId], queryFn: () => listCaseExtensions(caseId()) })
