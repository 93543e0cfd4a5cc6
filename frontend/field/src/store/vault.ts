import { computed, shallowRef } from 'vue'
import { db, type Holder, type Sealed } from './db'

/** How long the key stays on the phone after the server last knew its person. */
const KEY_DAYS = 7
const DAY_MS = 86_400_000

const holder = shallowRef<Holder>()
/** Whose phone it is at present; undefined when nothing on it can be read. */
export const person = computed(() => holder.value?.person)

/** When what is on the phone is shut, unless the server knows its person again before. */
export const shutsAt = computed(() => holder.value && holder.value.since + KEY_DAYS * DAY_MS)

const within = (held: Holder) => Date.now() - held.since < KEY_DAYS * DAY_MS

/** The key that an earlier sign-in left, unless its days are over: then what it opened is shut. */
export async function openVault() {
  const held = await (await db()).get('holder', 'holder')
  if (held && !within(held)) await wipe()
  else holder.value = held
}

/** Shuts an open vault whose days are over; another window may have heard from the server since. True: it is not theirs now. */
export async function expire(): Promise<boolean> {
  const before = holder.value
  if (!before || within(before)) return false
  await openVault()
  return person.value?.id !== before.person.id
}

/** The server knows this person: the key is theirs from now on, and nobody else's slips stay. */
export async function admit(who: { id: string; name: string }, raw: Uint8Array<ArrayBuffer>) {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  raw.fill(0)
  const changed = holder.value !== undefined && holder.value.person.id !== who.id
  if (changed) await wipe()
  const now: Holder = { person: who, key, since: Date.now() }
  await (await db()).put('holder', now, 'holder')
  holder.value = now
}

/**
 * Forgets the key, the slips and what the server already has. What it does not have yet stays, shut: the same person's
 * next sign-in brings the key back.
 */
export async function wipe() {
  holder.value = undefined
  const base = await db()
  const tx = base.transaction(['holder', 'captures', 'bytes', 'results', 'kept'], 'readwrite')
  await tx.objectStore('holder').clear()
  for (const row of await tx.objectStore('captures').getAll()) {
    if (!row.done) continue
    await tx.objectStore('captures').delete(row.id)
    await tx.objectStore('bytes').delete(row.id)
  }
  for (const row of await tx.objectStore('results').getAll())
    if (row.done) await tx.objectStore('results').delete(row.id)
  // A record begun and not finished is work that nobody else has: it stays as shut as an unsent capture.
  for (const row of await tx.objectStore('kept').getAll())
    if (!row.id.startsWith('draft/')) await tx.objectStore('kept').delete(row.id)
  await tx.done
}

function held(): Holder {
  if (!holder.value) throw new Error('nobody is signed in on this phone')
  return holder.value
}
const bound = (owner: string, id: string) => new TextEncoder().encode(`${owner}/${id}`)

export async function seal(id: string, bytes: BufferSource): Promise<Sealed> {
  const { key, person } = held()
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv, additionalData: bound(person.id, id) }
  return { iv, data: await crypto.subtle.encrypt(how, key, bytes) }
}

export async function unseal(id: string, { iv, data }: Sealed): Promise<ArrayBuffer> {
  const { key, person } = held()
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound(person.id, id) }, key, data)
}

export const sealJson = (id: string, value: unknown) => seal(id, new TextEncoder().encode(JSON.stringify(value)))
export const unsealJson = async <T>(id: string, sealed: Sealed) =>
  JSON.parse(new TextDecoder().decode(await unseal(id, sealed))) as T

/** Keeps one thing under a name for the person of the phone: their slips, a record that is being written. */
export async function keep(name: string, value: unknown) {
  const { person } = held()
  const id = `${name}/${person.id}`
  const sealed = await sealJson(id, value)
  await (await db()).put('kept', { id, owner: person.id, at: Date.now(), sealed })
}
export async function kept<T>(name: string): Promise<{ at: number; value: T } | undefined> {
  const id = `${name}/${held().person.id}`
  const row = await (await db()).get('kept', id)
  return row && { at: row.at, value: await unsealJson<T>(id, row.sealed) }
}
export async function forget(name: string) {
  await (await db()).delete('kept', `${name}/${held().person.id}`)
}
