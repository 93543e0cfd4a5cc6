import { describe, expect, it } from 'vitest'
import { tableFrom } from './tableFrom'

const PART = 1 << 16
const tree = (prev: number | string) =>
  new TextEncoder().encode(
    `\n9 0 obj<</Type/Pages>>endobj\nxref\n2 1\n0000000009 00000 n \ntrailer<</Size 9/Root 1 0 R/Prev ${prev}>>\nstartxref\n123\n%%EOF\n`,
  )

describe('where a file keeps its table of objects', () => {
  it('is said by the tree of pages behind it, and read from the part in which it lies', () => {
    expect(tableFrom(tree(43_000_000), 43_400_000, PART)).toBe(Math.floor(43_000_000 / PART) * PART)
  })
  it('is not guessed where nothing says so', () => {
    expect(tableFrom(new Uint8Array(), 43_400_000, PART)).toBeUndefined()
    expect(tableFrom(tree('x'), 43_400_000, PART)).toBeUndefined()
    expect(tableFrom(tree(50_000_000), 43_400_000, PART)).toBeUndefined()
  })
  it('is not read at once where it is short or long beyond reason', () => {
    expect(tableFrom(tree(60_000), 70_000, PART)).toBeUndefined()
    expect(tableFrom(tree(PART), 43_400_000, PART)).toBeUndefined()
  })
})
