import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useEventSource } from '@/shared/useEventSource'
import { getInboxCount } from './api/getInboxCount'

/** The live number of unread notices; the slow poll covers a proxy that swallows event streams. */
export function useUnread() {
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: ['inbox', 'count'], queryFn: getInboxCount, refetchInterval: 120_000 })
  useEventSource<{ unread: number }>('/api/v1/inbox/events', 'inbox', (now) => {
    if (client.getQueryData<{ unread: number }>(['inbox', 'count'])?.unread === now.unread) return
    client.setQueryData(['inbox', 'count'], now)
    client.invalidateQueries({ queryKey: ['inbox', 'list'] })
  })
  return computed(() => data.value?.unread ?? 0)
}
