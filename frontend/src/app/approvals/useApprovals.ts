import { computed, ref } from 'vue'
import type { Extension, Suspension, Transfer } from '@/api/types'
import { useAskedExtensions } from '@/features/extensions/useAskedExtensions'
import { useAskedSuspensions } from '@/features/suspensions/useAskedSuspensions'
import { useTransfers } from '@/features/transfers/useTransfers'
import { useCurrent } from '@/shared/current'

/** Something that waits for this person's decision. */
export type Approval =
  | { key: string; kind: 'transfer'; of: Transfer }
  | { key: string; kind: 'suspension'; of: Suspension }
  | { key: string; kind: 'extension'; of: Extension }

/** Whose roles decide on what others ask. */
export const decides = (roles: string[]) => roles.includes('president') || roles.includes('director')

const oldestFirst = (a: Approval, b: Approval) => a.of.askedOn.localeCompare(b.of.askedOn)

/** One list of everything that waits for this person, what has waited longest first. */
export function useApprovals() {
  const { roles } = useCurrent()
  const wanted = () => decides(roles)
  const signs = () => roles.includes('president')
  const transfers = useTransfers(() => 'ASKED', signs)
  const suspensions = useAskedSuspensions(wanted)
  const extensions = useAskedExtensions(signs)
  const all = [suspensions, ...(signs() ? [transfers, extensions] : [])]

  const waiting = computed<Approval[]>(() =>
    [
      ...(transfers.data.value?.items ?? []).map((of) => ({ key: `t-${of.id}`, kind: 'transfer' as const, of })),
      ...(suspensions.data.value?.items ?? [])
        .filter((of) => of.allowed.includes('APPROVE') || of.allowed.includes('REFUSE'))
        .map((of) => ({ key: `s-${of.id}`, kind: 'suspension' as const, of })),
      ...(extensions.data.value?.items ?? [])
        .filter((of) => of.allowed.length > 0)
        .map((of) => ({ key: `e-${of.id}`, kind: 'extension' as const, of })),
    ].sort(oldestFirst),
  )

  // What could not be decided, mostly because somebody else was quicker, stays until its reader has seen why.
  const held = ref(new Map<string, Approval>())
  const hold = (x: Approval) => held.value.set(x.key, x)
  const release = (x: Approval) => held.value.delete(x.key)
  const shown = computed(() => {
    const present = new Set(waiting.value.map((x) => x.key))
    return [...waiting.value, ...[...held.value.values()].filter((x) => !present.has(x.key))].sort(oldestFirst)
  })

  return {
    shown,
    hold,
    release,
    error: computed(() => all.map((q) => q.error.value).find(Boolean)),
    /** The server has more than it gives at once: the rest comes up as these are decided. */
    capped: computed(() => all.some((q) => q.data.value?.next)),
    isPending: computed(() => all.some((q) => q.isPending.value)),
    refetch: () => all.forEach((q) => void q.refetch()),
  }
}
