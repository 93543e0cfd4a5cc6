import { useMutation, useQueryClient } from '@tanstack/vue-query'

/** Does something about the ways people are told, and looks at all of them anew, also after a refusal. */
export function useChannelAct<A, R>(act: (asked: A) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['channels'] }),
  })
}
