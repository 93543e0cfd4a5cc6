import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import type { CaseQuery } from '@/api/types'
import { listCases } from './api/listCases'

/** One page of cases; the next page is fetched as soon as this one is here. */
export function useCaseList(query: () => CaseQuery) {
  const client = useQueryClient()
  const list = useQuery({
    queryKey: ['cases', 'list', query],
    queryFn: () => listCases(query()),
    placeholderData: keepPreviousData,
  })
  watch(list.data, (page) => {
    if (!page?.next || list.isPlaceholderData.value) return
    const next = { ...query(), cursor: page.next }
    client.prefetchQuery({ queryKey: ['cases', 'list', next], queryFn: () => listCases(next) })
  })
  return list
}
