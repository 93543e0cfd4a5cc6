import { computed, ref } from 'vue'
import { keep, kept, person } from '../store/vault'
import type { Mine, Slip } from '../types'
import { courtDay, daysTo, setCourtAhead } from '../when'
import { ask, Failed } from './http'

/** The slips as the server said, and how many days its court is ahead of the phone. */
interface Told {
  mine: Mine
  ahead: number
}

const told = ref<Told>()
/** When the server said so. */
export const asOf = ref<number>()
export const loading = ref(false)
export const failed = ref<Failed>()

const flat = ({ slip, ...more }: Mine['unplanned'][number]): Slip => ({ ...slip, ...more })
export const trips = computed(() =>
  (told.value?.mine.trips ?? []).map((trip) => ({
    ...trip,
    stops: [...trip.stops]
      .sort((a, b) => a.position - b.position)
      .map(({ position, slip }) => ({ position, slip: flat(slip) })),
  })),
)
export const unplanned = computed(() => (told.value?.mine.unplanned ?? []).map(flat))
export const known = computed(() => told.value !== undefined)
export const everySlip = computed<Slip[]>(() => [
  ...trips.value.flatMap((trip) => trip.stops.map((stop) => stop.slip)),
  ...unplanned.value,
])

function show(now: Told | undefined, at: number | undefined) {
  told.value = now
  asOf.value = at
  setCourtAhead(now?.ahead ?? 0)
}

/** What the phone remembers, if it is this person's. */
export async function recall() {
  const remembered = person.value && (await kept<Told>('slips'))
  show(remembered?.value, remembered?.at)
}

let asking: Promise<void> | undefined
/** Asks the server for what is new; once, however many ask. */
export function refresh(): Promise<void> {
  asking ??= askAnew().finally(() => {
    asking = undefined
  })
  return asking
}

async function askAnew(): Promise<void> {
  const asker = person.value?.id
  if (!asker) return
  loading.value = true
  failed.value = undefined
  try {
    const { today } = await ask<{ today: string }>('GET', '/me')
    const mine = await ask<Mine>('GET', `/trips/mine?from=${today}&to=${today}`)
    // Somebody else may have signed in while the answer was on its way: they ask for themselves.
    if (person.value?.id !== asker) return askAnew()
    const fresh = { mine, ahead: daysTo(today, courtDay(new Date(), 0)) }
    await keep('slips', fresh)
    show(fresh, Date.now())
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    failed.value = cause
  } finally {
    loading.value = false
  }
}
