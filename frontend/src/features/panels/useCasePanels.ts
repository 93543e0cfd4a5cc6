import { useQuery } from '@tanstack/vue-query'
import { listCasePanels } from './api/listCasePanels'

export const useCasePanels = (caseId: () => string) =>
  useQuery({ queryKey: ['panels', caseId], queryFn: () => listCasePanels(caseId()) })
