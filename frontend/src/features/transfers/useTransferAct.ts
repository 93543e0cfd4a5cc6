import { useMutation, useQueryClient } from '@tanstack/vue-query'

/** A step of a transfer; it moves team, handlers and nodes, so everything shown is asked for again. */
export function useTransferAct<V>(act: (input: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'me' && q.queryKey[0] !== 'people' }),
  })
}
