import { useRoute, useRouter } from 'vue-router'

type Values = Record<string, string | undefined>

/** The view's state in the query string. A changed filter starts again at the first page. */
export function useUrl() {
  const route = useRoute()
  const router = useRouter()
  function param(name: string): string | undefined {
    const value = route.query[name]
    const one = Array.isArray(value) ? value[0] : value
    return one || undefined
  }
  /** Merges values into the query; `push` leaves an entry in the history, so that Back undoes it. */
  function put(values: Values, push = false) {
    const query = { ...route.query, cursor: undefined, ...values }
    return router[push ? 'push' : 'replace']({ query })
  }
  return { param, put }
}
