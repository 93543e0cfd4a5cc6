import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import type { NodeQuery } from '@/api/types'
import { listNodes } from './api/listNodes'

/** One page of nodes by due date; the next page is fetched as soon as this one is here. */
export function useNodeList(query: () => NodeQuery) {
  const client = useQueryClient()
  const list = useQuery({
    queryKey: ['nodes', 'list', query],
    queryFn: () => listNodes(query()),
    placeholderData: keepPreviousData,
  })
  watch(list.data, (page) => {
    if (!page?.next || list.isPlaceholderData.value) return
    const next = { ...query(), cursor: page.next }
    client.prefetchQuery({ queryKey: ['nodes', 'list', next], queryFn: () => listNodes(next) })
  })
  return list
}
