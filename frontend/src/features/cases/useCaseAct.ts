import { useMutation, useQueryClient } from '@tanstack/vue-query'

/** An act on a case: afterwards everything that shows the case is asked for again, whether it went through or not. */
export function useCaseAct<V, R>(act: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'me' && q.queryKey[0] !== 'people' }),
  })
}
