import { MutationCache, QueryCache, QueryClient } from '@tanstack/vue-query'
import { ElMessage } from 'element-plus'
import { asProblem } from '@/api/problem'
import { i18n } from '@/locales'

/** Only the unexpected becomes a toast; refusals and field errors are shown where they happened. */
function toast(cause: unknown) {
  const { problem, unexpected } = asProblem(cause)
  if (!unexpected) return
  const key = problem.status === 0 ? 'problem.offline' : 'problem.unexpected'
  const id = problem.requestId ? i18n.global.t('problem.requestId', { id: problem.requestId }) : ''
  ElMessage({ type: 'error', message: `${i18n.global.t(key)} ${id}`, grouping: true, duration: 8000, showClose: true })
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: toast }),
  mutationCache: new MutationCache({ onError: toast }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, cause) => asProblem(cause).unexpected && count < 2,
    },
  },
})
