import { computed } from 'vue'
import type { CaseDetail } from '@/api/types'
import { useCurrent } from '@/shared/current'

/** Whether this person handles the case, or writes for those who do: who drafts its papers. */
export function useKeeper(file: () => CaseDetail | undefined) {
  const me = useCurrent()
  const handles = computed(() => [file()?.judge?.id, file()?.executor?.id].includes(me.personId))
  const writes = computed(
    () =>
      me.team !== null && me.team === file()?.team && me.roles.some((r) => r === 'clerk' || r === 'judge-assistant'),
  )
  return { handles, keeps: computed(() => handles.value || writes.value) }
}
