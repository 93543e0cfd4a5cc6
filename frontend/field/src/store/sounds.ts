import type { Capture } from '../types'
import { db } from './db'
import { person, seal, sealJson, unseal, unsealJson } from './vault'

/** What a recording will be a capture of; its bytes, hash and size are not known before its end. */
export type Sound = Omit<Capture, 'sha256' | 'size'>

const pieceId = (id: string, n: number) => `piece/${id}/${n}`

export async function putSound(sound: Sound) {
  const facts = await sealJson(`sound/${sound.id}`, sound)
  await (await db()).put('sounds', { id: sound.id, owner: person.value!.id, at: Date.parse(sound.takenAt), facts })
}

/** A second of sound, on the phone's disk as soon as it is heard. */
export async function addPiece(id: string, n: number, bytes: ArrayBuffer) {
  const sealed = await seal(pieceId(id, n), bytes)
  const tx = (await db()).transaction('pieces', 'readwrite', { durability: 'strict' })
  await tx.store.put({ id, n, sealed })
  await tx.done
}

/** This person's recordings that have no end yet: they run, or were cut off. */
export async function openSounds(): Promise<Sound[]> {
  const me = person.value?.id
  const rows = (await (await db()).getAll('sounds')).filter((r) => r.owner === me)
  return Promise.all(rows.map((r) => unsealJson<Sound>(`sound/${r.id}`, r.facts)))
}

/** Everything that was heard, in one piece; empty where nothing was. */
export async function heard(id: string): Promise<ArrayBuffer> {
  const rows = await (await db()).getAll('pieces', IDBKeyRange.bound([id], [id, []]))
  const pieces = await Promise.all(rows.map((r) => unseal(pieceId(id, r.n), r.sealed)))
  return new Blob(pieces).arrayBuffer()
}

/** A recording of which nothing was heard. */
export async function dropSound(id: string) {
  await (await db()).delete('sounds', id)
}
