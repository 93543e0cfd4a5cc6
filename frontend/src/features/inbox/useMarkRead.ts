import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { readAllInbox } from './api/readAllInbox'
import { readInboxItem } from './api/readInboxItem'

/** Marks one notice read, or all of them when no id is given. */
export function useMarkRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string | undefined) => {
      await (id ? readInboxItem(id) : readAllInbox())
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  })
}
