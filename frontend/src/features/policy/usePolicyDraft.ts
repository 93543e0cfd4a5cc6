import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { getDraft } from './api/getDraft'
import type { PolicyKind } from './kinds'

export const useDraft = (kind: () => PolicyKind) =>
  useQuery({ queryKey: ['policies', 'draft', kind], queryFn: () => getDraft(kind()) })

/** An act on a draft: afterwards drafts, versions and published policies are asked for again. */
export function useDraftAct<V, R>(act: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['policies'] }),
        client.invalidateQueries({ queryKey: ['calendars'] }),
      ]),
  })
}
