import { computed, ref } from 'vue'
import { captures, capturesOf, change, unsent } from '../store/captures'
import { putResult, results } from '../store/results'
import { person } from '../store/vault'
import type { Capture, Result } from '../types'
import { courtDay } from '../when'
import { Failed, online, session } from './http'
import { handIn, send } from './send'
import { leaveLate, renew, shutWhenOver } from './signIn'
import { asOf, day, refresh, turnDay } from './slips'

const LOCK = 'zhixing-field-outbox'
const TICK_MS = 15_000
/** A broken connection is mostly mended in a moment. */
const AGAIN_MS = 3000
/** Slips that the server told within this time are new enough for an app that comes to the front. */
const FRESH_MS = 60_000
/** A position that has not come by then will not come. */
const POSITION_MS = 15_000

/** Everything that waits to be sent. */
export const waiting = computed(() => unsent.value + results.value.filter((r) => r.state === 'WAITING').length)

/** Which capture or result is on its way, and how many of its bytes have arrived. */
export const sending = ref<{ id: string; sent: number }>()

const settled = (c: Capture) => c.noPosition !== 'pending' || Date.now() - Date.parse(c.takenAt) > POSITION_MS
const next = (tried: Set<string>) =>
  [...captures.value].reverse().find((c) => c.state === 'WAITING' && settled(c) && !tried.has(c.id))

/** Sends one and notes what came of it; true: the next may go. */
async function one(id: string, sendIt: () => Promise<void>, refuse: (why: Failed) => Promise<void>): Promise<boolean> {
  sending.value = { id, sent: 0 }
  try {
    await sendIt()
    return true
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    if (cause.login) return false
    // The others wait only for what would stop them too; one that is stuck alone does not hold them up.
    if (cause.passing) {
      again()
      return cause.status !== 0
    }
    await refuse(cause)
    return true
  } finally {
    sending.value = undefined
  }
}

async function file(capture: Capture) {
  if (capture.noPosition === 'pending') await change(capture.id, { noPosition: 'timeout' })
  // As it stands now: the position may just have come.
  const now = captures.value.find((c) => c.id === capture.id) ?? capture
  await send(now, (sent) => {
    sending.value = { id: now.id, sent }
  })
  await change(now.id, { state: 'FILED', sent: now.size, reason: null, filedAt: Date.now() })
}

const mine = (owner: string | undefined) => person.value?.id === owner

/** Captures, oldest first; false: nothing more can go now. */
async function sendCaptures(owner: string | undefined): Promise<boolean> {
  const tried = new Set<string>()
  for (let c = next(tried); c && mine(owner); c = next(tried)) {
    const { id } = c
    tried.add(id)
    const capture = c
    const refuse = ({ reason }: Failed) => change(id, { state: 'REFUSED', reason, asked: false })
    if (!(await one(id, () => file(capture), refuse))) return false
  }
  return mine(owner)
}

/** Whether everything that was taken for the slip is in the e-file: only then is its result whole. */
export const unfiledOf = (slipId: string) => capturesOf(slipId).filter((c) => c.state !== 'FILED').length

async function sendResults(owner: string | undefined) {
  const ready = results.value.filter((r) => r.state === 'WAITING' && !unfiledOf(r.slipId))
  for (const result of [...ready].reverse()) {
    if (!mine(owner)) return
    const now = (state: Result['state'], reason: Result['reason']) => putResult({ ...result, state, reason })
    const given = async () => {
      await handIn(result)
      await now('FILED', null)
      await refresh()
    }
    // What stands in its way is mostly that the slip has moved on: show it as it is now.
    const refuse = async ({ reason }: Failed) => {
      await now('REFUSED', reason)
      await refresh()
    }
    if (!(await one(result.id, given, refuse))) return
  }
}

/** Puts a result into the outbox, or takes it out again; never while one is just being sent. */
export const withOutbox = (act: () => Promise<void>) => navigator.locks.request(LOCK, act)

/** Sends what waits, oldest first, one at a time on this phone however many windows are open. */
export async function drain() {
  if (!online.value || !waiting.value) return
  const before = filed()
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    // Whoever signed in last on the server must be the one whose captures these are.
    if (!lock || !(await renew())) return
    const owner = person.value?.id
    if (await sendCaptures(owner)) await sendResults(owner)
  })
  // What was filed may have stopped a slip's clock.
  if (filed() > before) await refresh()
}
const filed = () => captures.value.filter((c) => c.state === 'FILED').length

/** One look after another, so that what the first has found need not be asked again. */
let looking: Promise<unknown> = Promise.resolve()
/** @param fresh how old what the server told may be, in ms, before it is asked again */
async function look(fresh: number) {
  looking = looking.catch(() => undefined).then(() => lookAround(fresh))
  await looking
  if (person.value && document.visibilityState === 'visible') await drain()
}

async function lookAround(fresh: number) {
  const shut = await shutWhenOver()
  if (document.visibilityState !== 'visible') return
  turnDay()
  if (!person.value && !shut) return leaveLate()
  const told = asOf.value ?? 0
  const old = Date.now() - told >= fresh || (courtDay(new Date(told)) !== day.value && session.value !== 'ended')
  // Whoever signed in last on the server must be the one whose slips these are.
  if (online.value && (shut || old) && (await renew())) await refresh()
}
const soon = () => void look(Number.POSITIVE_INFINITY)
const front = () => void look(FRESH_MS)
let waits: ReturnType<typeof setTimeout> | undefined
function again() {
  clearTimeout(waits)
  waits = setTimeout(soon, AGAIN_MS)
}

/** Whenever there may be a net again, another day, or the end of the days for which the phone keeps the key. */
export function watchNet() {
  globalThis.addEventListener('online', () => {
    session.value = session.value === 'ended' ? 'unknown' : session.value
    void look(0)
  })
  document.addEventListener('visibilitychange', front)
  globalThis.addEventListener('pageshow', front)
  setInterval(soon, TICK_MS)
}
