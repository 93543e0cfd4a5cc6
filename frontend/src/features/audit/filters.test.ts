import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { KINDS } from './filters'

// Each act that leaves a row has its sentence in the API's catalogue.
it('every kind of act of the trail can be asked for', () => {
  const sentences = readFileSync('../backend/src/main/resources/messages/timeline.properties', 'utf8')
  const kinds = [...sentences.matchAll(/^([a-z-]+)\.[a-z-]+=/gm)].map((m) => m[1]).filter((x) => x !== 'word')
  expect([...KINDS].sort()).toEqual([...new Set(kinds)].sort())
})
