import { useQuery } from '@tanstack/vue-query'
import { listAskedExtensions } from './api/listAskedExtensions'

/** What waits for a decision, of everybody's; each says whether this person may take it. */
export const useAskedExtensions = (wanted: () => boolean) =>
  useQuery({ queryKey: ['extensions', 'asked'], queryFn: listAskedExtensions, enabled: wanted })
