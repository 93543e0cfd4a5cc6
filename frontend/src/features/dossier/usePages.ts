import { computed, onMounted, onUnmounted } from 'vue'
import { pageWithin } from './kinds'
import { useStay } from './useStay'

/** Which page is read: it is in the address, and keys turn it. */
export function usePages(pages: () => number, turned: () => void) {
  const { param, stay } = useStay()
  const page = computed(() => pageWithin(param('page'), pages()))

  function turn(to: number) {
    const next = pageWithin(String(to), pages())
    if (next === page.value) return
    stay({ page: next === 1 ? undefined : String(next) })
    turned()
  }
  function key(event: KeyboardEvent) {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.closest('input, textarea, select, .el-dialog:not(.dossier-viewer)')
    if (typing || event.altKey || event.ctrlKey || event.metaKey) return
    const to = {
      ArrowRight: page.value + 1,
      PageDown: page.value + 1,
      ArrowLeft: page.value - 1,
      PageUp: page.value - 1,
    }
    const asked = event.key === 'Home' ? 1 : event.key === 'End' ? pages() : to[event.key as keyof typeof to]
    if (asked === undefined) return
    event.preventDefault()
    turn(asked)
  }
  onMounted(() => globalThis.addEventListener('keydown', key))
  onUnmounted(() => globalThis.removeEventListener('keydown', key))
  return { page, turn }
}
