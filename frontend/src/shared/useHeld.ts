import { computed, shallowReactive } from 'vue'

/** A list in which what could not be done, mostly because somebody else was quicker, stays until its reader has seen why. */
export function useHeld<T>(waiting: () => T[], keyOf: (x: T) => string, order: (a: T, b: T) => number) {
  const held = shallowReactive(new Map<string, T>())
  const shown = computed(() => {
    const present = new Set(waiting().map(keyOf))
    return [...waiting(), ...[...held.values()].filter((x) => !present.has(keyOf(x)))].sort(order)
  })
  return {
    shown,
    hold: (x: T) => void held.set(keyOf(x), x),
    release: (x: T) => void held.delete(keyOf(x)),
  }
}
