import { computed } from 'vue'
import type { Forecast } from '@/api/types'
import { useUrl } from '@/shared/useUrl'

/** The cell that is open, kept in the URL: a person, and a day or everything that is late. */
export function useCell() {
  const { param, put } = useUrl()
  const cell = computed(() => {
    const person = param('person')
    const day = param('day')
    return person && day ? { person, day } : undefined
  })
  const open = (person: string, day: string) => put({ person, day }, true)
  const close = () => put({ person: undefined, day: undefined })
  return { cell, open, close }
}

/** How dark a number is drawn: its share of the greatest one. The number itself is always written. */
export function useShade(rows: () => Forecast['people'] | Forecast['teams']) {
  const most = computed(() => Math.max(1, ...rows().flatMap((r) => r.counts)))
  return (count: number) =>
    count
      ? {
          background: `color-mix(in srgb, var(--soon-soft) ${20 + Math.round((count / most.value) * 80)}%, var(--surface))`,
        }
      : {}
}
