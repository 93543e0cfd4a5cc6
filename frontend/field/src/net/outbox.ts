import { ref } from 'vue'
import { captures, change, unsent } from '../store/captures'
import { person } from '../store/vault'
import type { Capture } from '../types'
import { Failed, online, session } from './http'
import { send } from './send'
import { renew } from './signIn'

const LOCK = 'zhixing-field-outbox'
const TICK_MS = 15_000
/** A position that has not come by then will not come. */
const POSITION_MS = 15_000

/** Which capture is on its way, and how many of its bytes have arrived. */
export const sending = ref<{ id: string; sent: number }>()

const settled = (c: Capture) => c.noPosition !== 'pending' || Date.now() - Date.parse(c.takenAt) > POSITION_MS
const next = (tried: Set<string>) =>
  [...captures.value].reverse().find((c) => c.state === 'WAITING' && settled(c) && !tried.has(c.id))

/** Sends one; true: the next may go. */
async function one(capture: Capture): Promise<boolean> {
  sending.value = { id: capture.id, sent: 0 }
  try {
    if (capture.noPosition === 'pending') await change(capture.id, { noPosition: 'timeout' })
    await send(capture, (sent) => {
      sending.value = { id: capture.id, sent }
    })
    await change(capture.id, { state: 'FILED', sent: capture.size, reason: null })
    return true
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    if (cause.login) return false
    // The others wait only for what would stop them too; one that is stuck alone does not hold them up.
    if (cause.passing) return cause.status !== 0
    await change(capture.id, { state: 'REFUSED', reason: cause.reason })
    return true
  } finally {
    sending.value = undefined
  }
}

/** Sends what waits, oldest first, one at a time on this phone however many windows are open. */
export async function drain() {
  if (!online.value || !unsent.value) return
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    // Whoever signed in last on the server must be the one whose captures these are.
    if (!lock || !(await renew())) return
    const owner = person.value?.id
    const tried = new Set<string>()
    for (let c = next(tried); c && person.value?.id === owner; c = next(tried)) {
      tried.add(c.id)
      if (!(await one(c))) break
    }
  })
}

/** Whenever there may be a net again. */
export function watchNet() {
  const soon = () => {
    if (document.visibilityState === 'visible') void drain()
  }
  globalThis.addEventListener('online', () => {
    session.value = session.value === 'ended' ? 'unknown' : session.value
    soon()
  })
  document.addEventListener('visibilitychange', soon)
  globalThis.addEventListener('pageshow', soon)
  setInterval(soon, TICK_MS)
}
