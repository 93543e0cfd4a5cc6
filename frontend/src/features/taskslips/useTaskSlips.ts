import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import type { TaskSlipQuery } from '@/api/types'
import { countTaskSlips } from './api/countTaskSlips'
import { getTaskSlip } from './api/getTaskSlip'
import { getTaskSlipSteps } from './api/getTaskSlipSteps'
import { listCaptures } from './api/listCaptures'
import { listTaskSlipKinds } from './api/listTaskSlipKinds'
import { listTaskSlips } from './api/listTaskSlips'

/** A page of slips; the next one is fetched as soon as this one is here. */
export function useTaskSlips(query: () => TaskSlipQuery, enabled: () => boolean = () => true) {
  const client = useQueryClient()
  const list = useQuery({
    queryKey: ['task-slips', 'list', query],
    queryFn: () => listTaskSlips(query()),
    placeholderData: keepPreviousData,
    enabled,
  })
  watch(list.data, (page) => {
    if (!page?.next || list.isPlaceholderData.value) return
    const next = { ...query(), cursor: page.next }
    client.prefetchQuery({ queryKey: ['task-slips', 'list', next], queryFn: () => listTaskSlips(next) })
  })
  return list
}

export const useTaskSlipCounts = (query: () => TaskSlipQuery) =>
  useQuery({
    queryKey: ['task-slips', 'counts', query],
    queryFn: () => countTaskSlips(query()),
    placeholderData: keepPreviousData,
  })

export const useTaskSlip = (id: () => string) =>
  useQuery({ queryKey: ['task-slips', 'one', id], queryFn: () => getTaskSlip(id()) })

export const useTaskSlipSteps = (id: () => string) =>
  useQuery({ queryKey: ['task-slips', 'steps', id], queryFn: () => getTaskSlipSteps(id()) })

export const useCaptures = (id: () => string) =>
  useQuery({ queryKey: ['task-slips', 'captures', id], queryFn: () => listCaptures(id()) })

export const useTaskSlipKinds = () =>
  useQuery({ queryKey: ['task-slips', 'kinds'], queryFn: listTaskSlipKinds, staleTime: Infinity })
