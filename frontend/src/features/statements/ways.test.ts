import { describe, expect, it } from 'vitest'
import type { Statement } from '@/api/types'
import { countOf, firstOf, queryOf } from './ways'

const run = (counts: Record<string, number>, ways: Record<string, number> = {}) =>
  ({
    counts: { NEW: 0, SAME: 0, CONFLICT: 0, BAD: 0, ...counts },
    ways: Object.entries(ways).map(([matched, count]) => ({ matched, count, amount: '0.00' })),
  }) as unknown as Statement

describe('the ways of a statement', () => {
  it('ask for new lines by where they go, and for the others by their outcome', () => {
    expect(queryOf('SUSPENSE')).toEqual({ outcome: 'NEW', matched: 'SUSPENSE' })
    expect(queryOf('CONFLICT')).toEqual({ outcome: 'CONFLICT' })
  })

  it('count each kind from its own tally', () => {
    const of = run({ NEW: 5, SAME: 2 }, { VIRTUAL: 3, OUT: 2 })
    expect(countOf(of, 'VIRTUAL')).toBe(3)
    expect(countOf(of, 'SUSPENSE')).toBe(0)
    expect(countOf(of, 'SAME')).toBe(2)
  })

  it('open at the trouble first, then at the money of nobody', () => {
    expect(firstOf(run({ BAD: 1, NEW: 3 }, { SUSPENSE: 1 }))).toBe('BAD')
    expect(firstOf(run({ NEW: 3 }, { VIRTUAL: 2, SUSPENSE: 1 }))).toBe('SUSPENSE')
    expect(firstOf(run({ SAME: 3 }))).toBe('SAME')
  })
})
