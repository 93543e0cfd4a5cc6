import { computed, ref } from 'vue'
import { keep, kept, person } from '../store/vault'
import type { Mine, Slip } from '../types'
import { courtDay, dayAfter, daysTo, setCourtAhead } from '../when'
import { ask, Failed } from './http'

/** So many days after today are on the phone too: who starts in the morning may have had the last net days before. */
const DAYS_AHEAD = 7

/** The slips as the server said, how many days its court is ahead of the phone, and when it was asked, in ms. */
interface Told {
  mine: Mine
  ahead: number
  at?: number
}

const told = ref<Told>()
/** When the server was asked for what is known. */
export const asOf = ref<number>()
export const loading = ref(false)
export const failed = ref<Failed>()
/** The court's day: what is today's follows it, whatever day it was when the server was asked. */
export const day = ref(courtDay(new Date()))
export const turnDay = () => {
  day.value = courtDay(new Date())
}

const flat = ({ slip, ...more }: Mine['unplanned'][number]): Slip => ({ ...slip, ...more })
const every = computed(() =>
  (told.value?.mine.trips ?? []).map((trip) => ({
    ...trip,
    stops: [...trip.stops]
      .sort((a, b) => a.position - b.position)
      .map(({ position, slip }) => ({ position, slip: flat(slip) })),
  })),
)
/** Today's, with their stops in order. */
export const trips = computed(() => every.value.filter((trip) => trip.on === day.value))
/** Those of the days after, day by day. */
export const later = computed(() => {
  const ahead = every.value.filter((trip) => trip.on > day.value)
  return [...new Set(ahead.map((trip) => trip.on))]
    .sort()
    .map((on) => ({ on, trips: ahead.filter((t) => t.on === on) }))
})
const slipsOf = (some: typeof every.value) => some.flatMap((trip) => trip.stops.map((stop) => stop.slip))
const UNDER_WAY = ['ASSIGNED', 'RETURNED']
/** What is on no trip, and what a trip that is over has left undone: the server says so too, when it is asked next. */
export const unplanned = computed(() => {
  const planned = new Set(slipsOf(every.value.filter((trip) => trip.on >= day.value)).map((slip) => slip.id))
  const past = slipsOf(every.value.filter((trip) => trip.on < day.value))
  const left = past.filter((slip) => UNDER_WAY.includes(slip.state) && !planned.has(slip.id))
  return distinct([...(told.value?.mine.unplanned ?? []).map(flat), ...left])
})
export const known = computed(() => told.value !== undefined)
export const everySlip = computed<Slip[]>(() => distinct([...slipsOf(every.value), ...unplanned.value]))

/** A slip may be on the trips of several days. */
function distinct(slips: Slip[]): Slip[] {
  return [...new Map(slips.map((slip) => [slip.id, slip])).values()]
}

function show(now: Told | undefined, at: number | undefined) {
  told.value = now
  asOf.value = at
  setCourtAhead(now?.ahead ?? 0)
  turnDay()
}

/** What the phone remembers, if it is this person's. */
export async function recall() {
  const remembered = person.value && (await kept<Told>('slips'))
  show(remembered?.value, remembered?.value.at ?? remembered?.at)
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
  const at = Date.now()
  try {
    const { today } = await ask<{ today: string }>('GET', '/me')
    const mine = await ask<Mine>('GET', `/trips/mine?from=${today}&to=${dayAfter(today, DAYS_AHEAD)}`)
    // Somebody else may have signed in while the answer was on its way: they ask for themselves.
    if (person.value?.id !== asker) return askAnew()
    const fresh = { mine, ahead: daysTo(today, courtDay(new Date(), 0)), at }
    await keep('slips', fresh)
    show(fresh, at)
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    failed.value = cause
  } finally {
    loading.value = false
  }
}
