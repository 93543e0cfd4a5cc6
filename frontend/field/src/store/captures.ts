import { computed, ref, toRaw } from 'vue'
import type { Capture } from '../types'
import { db } from './db'
import { person, seal, sealJson, unseal, unsealJson } from './vault'

const all = ref<Capture[]>([])
/** Unsent captures on this phone that only somebody else's key opens. */
export const strangers = ref(0)

/** Newest first. */
export const captures = computed(() => all.value)
export const unsent = computed(() => all.value.filter((c) => c.state === 'WAITING').length)
export const refused = computed(() => all.value.filter((c) => c.state === 'REFUSED').length)
export const capturesOf = (slipId: string) => all.value.filter((c) => c.slipId === slipId)

// Other windows of the app show the same outbox.
const told = new BroadcastChannel('zhixing-field')
told.onmessage = () => void load()
const tell = () => told.postMessage('captures')

export async function load() {
  const me = person.value?.id
  const rows = await (await db()).getAll('captures')
  strangers.value = rows.filter((r) => r.owner !== me && !r.done).length
  const mine = rows.filter((r) => r.owner === me).sort((a, b) => b.at - a.at)
  all.value = await Promise.all(mine.map((r) => unsealJson<Capture>(r.id, r.facts)))
}

/** On the phone's disk, facts and bytes together, before anything else is done with it. */
export async function add(capture: Capture, bytes: ArrayBuffer) {
  const owner = person.value!.id
  const facts = await sealJson(capture.id, capture)
  const sealed = await seal(`bytes/${capture.id}`, bytes)
  const tx = (await db()).transaction(['captures', 'bytes'], 'readwrite', { durability: 'strict' })
  await tx.objectStore('bytes').put({ id: capture.id, owner, sealed })
  await tx.objectStore('captures').put({ id: capture.id, owner, at: Date.parse(capture.takenAt), facts, done: false })
  await tx.done
  all.value = [capture, ...all.value]
  tell()
}

/** One change after another: what the outbox and the reader change at the same time must both be kept. */
let turn: Promise<unknown> = Promise.resolve()

export function change(id: string, by: Partial<Capture>): Promise<void> {
  const next = turn.then(async () => {
    const base = await db()
    const row = await base.get('captures', id)
    if (!row || row.owner !== person.value?.id) return
    const now = { ...(await unsealJson<Capture>(id, row.facts)), ...toRaw(by) }
    await base.put('captures', { ...row, facts: await sealJson(id, now), done: now.state === 'FILED' })
    all.value = all.value.map((c) => (c.id === id ? now : c))
    tell()
  })
  turn = next.catch(() => undefined)
  return next
}

export async function bytesOf(id: string): Promise<ArrayBuffer> {
  const row = await (await db()).get('bytes', id)
  if (!row) throw new Error(`no bytes of ${id}`)
  return unseal(`bytes/${id}`, row.sealed)
}

/** The server has it, or the reader has a copy: nothing else may leave the phone's disk. */
export const removable = (c: Capture) => c.state === 'FILED' || (c.state === 'REFUSED' && c.exported)

export async function remove(capture: Capture) {
  if (!removable(capture)) return
  const tx = (await db()).transaction(['captures', 'bytes'], 'readwrite')
  await tx.objectStore('captures').delete(capture.id)
  await tx.objectStore('bytes').delete(capture.id)
  await tx.done
  all.value = all.value.filter((c) => c.id !== capture.id)
  tell()
}
