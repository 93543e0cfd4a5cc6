import { computed, ref } from 'vue'
import { keep, kept, person } from '../store/vault'
import type { Mine, Slip } from '../types'
import { courtDay } from '../when'
import { ask, Failed } from './http'

const mine = ref<Mine>()
/** When the server said so. */
export const asOf = ref<number>()
export const loading = ref(false)
export const failed = ref<Failed>()

export const trips = computed(() => mine.value?.trips ?? [])
export const unplanned = computed(() => mine.value?.unplanned ?? [])
export const known = computed(() => mine.value !== undefined)
export const everySlip = computed<Slip[]>(() => [
  ...trips.value.flatMap((t) => [...t.stops].sort((a, b) => a.position - b.position).map((s) => s.slip)),
  ...unplanned.value,
])

/** What the phone remembers, if it is this person's. */
export async function recall() {
  mine.value = undefined
  asOf.value = undefined
  if (!person.value) return
  const remembered = await kept<Mine>('slips')
  mine.value = remembered?.value
  asOf.value = remembered?.at
}

export async function refresh() {
  loading.value = true
  failed.value = undefined
  try {
    const day = courtDay(new Date())
    const fresh = await ask<Mine>('GET', `/task-slips/mine?from=${day}&to=${day}`)
    await keep('slips', fresh)
    mine.value = fresh
    asOf.value = Date.now()
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    failed.value = cause
  } finally {
    loading.value = false
  }
}
