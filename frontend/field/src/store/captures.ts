import { computed, ref, toRaw } from 'vue'
import type { Capture } from '../types'
import { db } from './db'
import { onTold, tell } from './told'
import { person, seal, sealJson, unseal, unsealJson } from './vault'

const all = ref<Capture[]>([])
/** Unsent captures on this phone that only somebody else's key opens. */
export const strangers = ref(0)

/** Newest first. */
export const captures = computed(() => all.value)
export const unsent = computed(() => all.value.filter((c) => c.state === 'WAITING').length)
export const refused = computed(() => all.value.filter((c) => c.state === 'REFUSED').length)
export const capturesOf = (slipId: string) => all.value.filter((c) => c.slipId === slipId)

export async function load() {
  const me = person.value?.id
  const base = await db()
  const rows = await base.getAll('captures')
  const sounds = await base.getAll('sounds')
  strangers.value = [...rows.filter((r) => !r.done), ...sounds].filter((r) => r.owner !== me).length
  const mine = rows.filter((r) => r.owner === me).sort((a, b) => b.at - a.at)
  all.value = await Promise.all(mine.map((r) => unsealJson<Capture>(r.id, r.facts)))
}
onTold(load)

/**
 * On the phone's disk, facts and bytes together, before anything else is done with it. What was recorded piece by piece
 * is one thing from here on: its pieces go in the same step.
 */
export async function add(capture: Capture, bytes: ArrayBuffer) {
  const owner = person.value!.id
  const facts = await sealJson(capture.id, capture)
  const sealed = await seal(`bytes/${capture.id}`, bytes)
  const stores = ['captures', 'bytes', 'sounds', 'pieces'] as const
  const tx = (await db()).transaction(stores, 'readwrite', { durability: 'strict' })
  await tx.objectStore('bytes').put({ id: capture.id, owner, sealed })
  await tx.objectStore('captures').put({ id: capture.id, owner, at: Date.parse(capture.takenAt), facts, done: false })
  await tx.objectStore('sounds').delete(capture.id)
  await tx.objectStore('pieces').delete(IDBKeyRange.bound([capture.id], [capture.id, []]))
  await tx.done
  all.value = [capture, ...all.value]
  tell()
}

/** One change after another: what the outbox and the reader change at the same time must both be kept. */
let turn: Promise<unknown> = Promise.resolve()

export function change(id: string, by: Partial<Capture>, still: (c: Capture) => boolean = () => true): Promise<void> {
  const next = turn.then(async () => {
    const base = await db()
    const row = await base.get('captures', id)
    if (!row || row.owner !== person.value?.id) return
    const before = await unsealJson<Capture>(id, row.facts)
    if (!still(before)) return
    const now = { ...before, ...toRaw(by) }
    await base.put('captures', { ...row, facts: await sealJson(id, now), done: now.state === 'FILED' })
    all.value = all.value.map((c) => (c.id === id ? now : c))
    tell()
  })
  turn = next.catch(() => undefined)
  return next
}

/** A position that comes late is too late: what was sent once must be the same when it is sent again. */
export const locate = (id: string, where: Pick<Capture, 'position' | 'noPosition'>) =>
  change(id, where, (c) => c.noPosition === 'pending')

/** Another category, as long as nobody but this phone knows of it. */
export const recategorise = (id: string, category: string) =>
  change(id, { category }, (c) => c.state === 'WAITING' && !c.asked)

/** What is about to be said to the server: from here on it stays as it is, until the server has refused it. */
export async function settle(capture: Capture): Promise<Capture> {
  await change(capture.id, { asked: true })
  return all.value.find((c) => c.id === capture.id) ?? capture
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
