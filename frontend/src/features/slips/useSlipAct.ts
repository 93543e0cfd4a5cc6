import { useMutation, useQueryClient } from '@tanstack/vue-query'

/** An act on slips; it shows on slips, cases and the inbox, so everything shown is asked for again. */
export function useSlipAct<V, R>(act: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    // Also after a refusal: a stale version means that somebody else has moved the slip.
    onSettled: () =>
      client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'me' && q.queryKey[0] !== 'people' }),
  })
}
