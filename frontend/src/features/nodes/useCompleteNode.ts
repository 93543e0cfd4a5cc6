import { useMutation, useQueryClient } from '@tanstack/vue-query'
import type { CourtNode } from '@/api/types'
import { fileItem } from '@/shared/upload/fileItem'

/** Files a finished upload in the case's volume as what proves the node, which must ask for that category. */
export function useCompleteNode() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ node, uploadId, title }: { node: CourtNode; uploadId: string; title: string }) =>
      fileItem(node.caseId, {
        uploadId,
        title,
        category: node.evidenceCategory ?? '',
        nodeId: node.id,
        source: 'UPLOAD',
      }),
    // Also after a refusal: it means that somebody else has moved the node.
    onSettled: () =>
      client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'me' && q.queryKey[0] !== 'people' }),
  })
}
