import { describe, expect, it } from 'vitest'
import { asset, measure } from '../../../mocks/assets'
import { endsSoon, gone, heldOf, lapsed, share, toneOf, totals, uncovered } from './held'

describe('what is held', () => {
  it('counts each property once, by the best hold we have on it', () => {
    const waiting = { ...measure, status: 'WAITING' as const }
    expect(
      totals([
        { ...asset, value: '100.10', measures: [measure, waiting] },
        { ...asset, value: '20.20', measures: [{ ...measure, otherCourt: '文峰区人民法院' }, waiting] },
        { ...asset, value: '3.03', measures: [{ ...measure, status: 'EXPIRED' }] },
        { ...asset, value: null, measures: [] },
      ]),
    ).toEqual({ found: '123.33', held: '100.10', waiting: '20.20', loose: '3.03', unvalued: 1 })
  })

  it('counts what was lifted in part as not held, to the fen and never below nothing', () => {
    const partly = { ...measure, releasedAmount: '20.05' }
    expect(heldOf({ ...asset, value: '100.10' }, partly)).toBe('80.05')
    expect(heldOf({ ...asset, value: '10.00' }, partly)).toBe('0.00')
    expect(heldOf({ ...asset, value: null }, partly)).toBeUndefined()
    expect(totals([{ ...asset, value: '100.10', measures: [partly] }])).toEqual({
      found: '100.10',
      held: '80.05',
      waiting: '0.00',
      loose: '20.05',
      unvalued: 0,
    })
  })

  it('is lapsed when ours ran out and nothing of ours stands', () => {
    const expired = { ...measure, status: 'EXPIRED' as const }
    expect(lapsed({ ...asset, measures: [expired] })).toBe(true)
    expect(lapsed({ ...asset, measures: [measure, expired] })).toBe(false)
    expect(lapsed({ ...asset, measures: [{ ...expired, otherCourt: '文峰区人民法院' }] })).toBe(false)
  })

  it('asks to be renewed in its last sixty days, and not before', () => {
    expect([61, 60, 0].map((daysLeft) => endsSoon({ ...measure, daysLeft }))).toEqual([false, true, true])
    expect(toneOf({ ...measure, daysLeft: 61 })).toBe('done')
    expect(toneOf({ ...measure, daysLeft: 60 })).toBe('soon')
    expect(toneOf({ ...measure, status: 'EXPIRED', daysLeft: null })).toBe('late')
  })

  it('shows how much of its time has gone, and none where none runs', () => {
    const year = { ...measure, startsOn: '2022-01-01', endsOn: '2023-01-01' }
    expect(gone(year, '2022-07-02')).toBe(50)
    expect(gone(year, '2024-01-01')).toBe(100)
    expect(gone({ ...year, status: 'RELEASED', releasedOn: '2022-07-02' }, '2022-12-01')).toBe(50)
    expect(gone({ ...year, status: 'WAITING', startsOn: null, endsOn: null }, '2022-07-02')).toBeUndefined()
  })

  it('measures against the longer of claim and findings, exact in text', () => {
    expect(share('50.00', '200.00', '80.00')).toBe(25)
    expect(share('50.00', null, '100.00')).toBe(50)
    expect(share('0.00', null, '0.00')).toBe(0)
    expect(uncovered('200.00', '50.01')).toBe('149.99')
    expect(uncovered('200.00', '200.00')).toBeUndefined()
  })
})
