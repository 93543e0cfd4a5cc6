import { useMutation, useQueryClient } from '@tanstack/vue-query'
import type { CourtNode } from '@/api/types'
import { completeNode } from './api/completeNode'

export function useCompleteNode() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ node, file }: { node: CourtNode; file: File }) => completeNode(node, file),
    // Also after a refusal: a stale version means that somebody else has moved the node.
    onSettled: () =>
      client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'me' && q.queryKey[0] !== 'people' }),
  })
}
