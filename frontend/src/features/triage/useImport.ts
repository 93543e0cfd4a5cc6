import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, watch } from 'vue'
import type { ImportRun } from '@/api/types'
import { useEventSource } from '@/shared/useEventSource'
import { getImport } from './api/getImport'

const moving = (run?: ImportRun) => run?.status === 'CHECKING' || run?.status === 'COMMITTING'

/** One import and its progress, live by server-sent events; the poll covers a proxy that swallows them. */
export function useImport(id: string) {
  const client = useQueryClient()
  const key = ['imports', 'one', id]
  const query = useQuery({
    queryKey: key,
    queryFn: () => getImport(id),
    refetchInterval: (q) => (moving(q.state.data) ? 2_000 : false),
  })
  // The stream ends when nothing moves any more; listening on would only connect again and again.
  useEventSource<ImportRun>(
    `/api/v1/imports/${id}/events`,
    'progress',
    (run) => client.setQueryData(key, run),
    () => moving(query.data.value),
  )
  watch(
    () => query.data.value?.status,
    (now, before) => {
      if (!before || now === before) return
      client.invalidateQueries({ queryKey: ['imports'] })
      if (now === 'DONE')
        client.invalidateQueries({ predicate: (q) => ['cases', 'nodes', 'work'].includes(String(q.queryKey[0])) })
    },
  )
  return { ...query, moving: computed(() => moving(query.data.value)) }
}
