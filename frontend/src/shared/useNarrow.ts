import { onScopeDispose, readonly, ref } from 'vue'

/** True below the width at which lists become cards and the side navigation moves to the bottom (760 px). */
export function useNarrow() {
  const media = globalThis.matchMedia?.('(max-width: 759px)')
  const narrow = ref(media?.matches ?? false)
  const follow = () => {
    narrow.value = media?.matches ?? false
  }
  media?.addEventListener('change', follow)
  onScopeDispose(() => media?.removeEventListener('change', follow))
  return readonly(narrow)
}
