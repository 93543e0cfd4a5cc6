import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useCurrent } from '@/shared/current'
import { addDays } from '@/shared/dates'
import { countMyLate } from './api/countMyLate'
import { listMyNodes } from './api/listMyNodes'

/** My late nodes, and mine that fall due within three working days. */
export function useMyNodes() {
  const { today } = useCurrent()
  const late = useQuery({ queryKey: ['work', 'late'], queryFn: () => listMyNodes({ state: ['OVERDUE'] }) })
  const lateCount = useQuery({ queryKey: ['work', 'lateCount'], queryFn: countMyLate })
  // The longest public holiday is nine days: three working days never reach further than twelve.
  const soon = useQuery({
    queryKey: ['work', 'soon', today],
    queryFn: () => listMyNodes({ state: ['PENDING', 'DUE_SOON'], dueFrom: today, dueTo: addDays(today, 12) }),
  })
  const dueSoon = computed(() => soon.data.value?.items.filter((n) => (n.workdaysLeft ?? 99) <= 3))
  return { late, lateCount, soon, dueSoon }
}
