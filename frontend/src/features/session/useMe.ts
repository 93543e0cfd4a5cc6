import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { getMe } from './api/getMe'

/** The person signed in. `known` tells whether this page has seen a session, i.e. whether a later loss is an expiry. */
export function useMe() {
  const { data, isError, error, refetch } = useQuery({ queryKey: ['me'], queryFn: getMe, staleTime: 5 * 60_000 })
  return { me: data, known: computed(() => data.value !== undefined), isError, error, refetch }
}
