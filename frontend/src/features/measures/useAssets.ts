import { useQuery } from '@tanstack/vue-query'
import { listAssets } from './api/listAssets'

export const useAssets = (caseId: () => string) =>
  useQuery({ queryKey: ['assets', caseId], queryFn: () => listAssets(caseId()) })
