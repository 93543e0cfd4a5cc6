import { useMutation, useQueryClient } from '@tanstack/vue-query'

/** An act that may show anywhere: teams, dates, lists, the inbox. So everything shown is asked for again. */
export function useAct<V, R>(act: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    // Also after a refusal: it often means that somebody else has acted meanwhile.
    onSettled: () =>
      client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'me' && q.queryKey[0] !== 'people' }),
  })
}
