import { computed, ref } from 'vue'
import type { Result } from '../types'
import { db } from './db'
import { onTold, tell } from './told'
import { person, sealJson, unsealJson } from './vault'

const all = ref<Result[]>([])
/** Results on this phone, not handed in yet, that only somebody else's key opens. */
export const strangeResults = ref(0)

/** Newest first. */
export const results = computed(() => all.value)
export const resultOf = (slipId: string) => all.value.find((r) => r.slipId === slipId)

export async function loadResults() {
  const me = person.value?.id
  const rows = await (await db()).getAll('results')
  strangeResults.value = rows.filter((r) => r.owner !== me && !r.done).length
  const mine = rows.filter((r) => r.owner === me).sort((a, b) => b.at - a.at)
  all.value = await Promise.all(mine.map((r) => unsealJson<Result>(r.id, r.facts)))
}
onTold(loadResults)

/** On the phone's disk, in the place of what was there for the same slip. */
export async function putResult(result: Result) {
  const owner = person.value!.id
  const facts = await sealJson(result.id, result)
  const tx = (await db()).transaction('results', 'readwrite', { durability: 'strict' })
  for (const old of all.value) if (old.slipId === result.slipId) await tx.store.delete(old.id)
  await tx.store.put({ id: result.id, owner, at: Date.parse(result.at), facts, done: result.state === 'FILED' })
  await tx.done
  await loadResults()
  tell()
}

/** A result that is refused or was taken back: its words are the reader's again. */
export async function removeResult(id: string) {
  await (await db()).delete('results', id)
  await loadResults()
  tell()
}
