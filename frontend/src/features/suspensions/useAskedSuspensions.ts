import { useQuery } from '@tanstack/vue-query'
import { listAskedSuspensions } from './api/listAskedSuspensions'

/** What waits for a decision, of everybody's; each says whether this person may take it. */
export const useAskedSuspensions = (wanted: () => boolean) =>
  useQuery({ queryKey: ['suspensions', 'asked'], queryFn: listAskedSuspensions, enabled: wanted })
