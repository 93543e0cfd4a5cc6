import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, watch } from 'vue'
import { useEventSource } from './useEventSource'

/** Something that is checked, and then booked, in the background. */
interface Run {
  status: string
}
interface Source<R extends Run> {
  /** First part of its query keys. */
  family: string
  id: string
  url: string
  get: () => Promise<R>
  /** Families of what shows differently once it is done. */
  changes: string[]
}

const moves = (run?: Run) => run?.status === 'CHECKING' || run?.status === 'COMMITTING'

/** One run and its progress, live by server-sent events; the poll covers a proxy that swallows them. */
export function useRun<R extends Run>({ family, id, url, get, changes }: Source<R>) {
  const client = useQueryClient()
  const key = [family, 'one', id]
  const query = useQuery({
    queryKey: key,
    queryFn: get,
    refetchInterval: (q) => (moves(q.state.data as Run | undefined) ? 2_000 : false),
  })
  const run = computed(() => query.data.value as R | undefined)
  // The stream ends when nothing moves any more; listening on would only connect again and again.
  useEventSource<R>(
    url,
    'progress',
    (now) => client.setQueryData(key, now),
    () => moves(run.value),
  )
  watch(
    () => run.value?.status,
    (now, before) => {
      if (!before || now === before) return
      client.invalidateQueries({ queryKey: [family] })
      if (now === 'DONE') client.invalidateQueries({ predicate: (q) => changes.includes(String(q.queryKey[0])) })
    },
  )
  return { run, error: query.error, refetch: query.refetch, moving: computed(() => moves(run.value)) }
}
