import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { onScopeDispose, shallowRef, watch } from 'vue'
import type { TriageFacts } from '@/api/types'
import { previewTriage } from './api/previewTriage'

/** What triage says of the facts as they are typed, asked 200 ms after the last change. */
export function useTriagePreview(facts: () => TriageFacts) {
  const asked = shallowRef(facts())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    facts,
    (next) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        asked.value = next
      }, 200)
    },
    { deep: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return useQuery({
    queryKey: ['triage', 'preview', asked],
    queryFn: () => previewTriage(asked.value),
    placeholderData: keepPreviousData,
  })
}
