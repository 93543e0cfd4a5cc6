import { describe, expect, it } from 'vitest'
import type { Receipt } from '@/api/types'
import { waitsFor } from './next'

const receipt = (of: Partial<Receipt>) =>
  ({ status: 'WAITING', free: '0.00', reserved: '0.00', clock: { state: 'PENDING' }, inHand: [], ...of }) as Receipt

describe('whose turn a receipt is', () => {
  it('is the handlers’ while something of it is free', () => {
    expect(waitsFor(receipt({ free: '0.01' }))).toBe('apply')
    expect(waitsFor(receipt({ free: '0.01', reserved: '5.00' }))).toBe('rest')
  })

  it('is the executor’s once more where the bank has sent something back', () => {
    expect(waitsFor(receipt({ free: '0.01', cameBack: true }))).toBe('again')
    expect(waitsFor(receipt({ free: '0.01', reserved: '5.00', cameBack: true }))).toBe('again')
  })

  it('is whose signature is missing once all of it is applied for, the one furthest behind, and at last the bank’s', () => {
    const held = (...inHand: Receipt['inHand']) => waitsFor(receipt({ reserved: '5.00', inHand }))
    expect(held('APPLIED', 'APPROVED')).toBe('judge')
    expect(held('JUDGE_APPROVED')).toBe('director')
    expect(held('DIRECTOR_APPROVED')).toBe('president')
    expect(held('APPROVED', 'ORDERED')).toBe('pay')
    expect(held('ORDERED')).toBe('bank')
  })

  it('is nobody’s while it is deferred, or when it has ended', () => {
    expect(waitsFor(receipt({ free: '1.00', clock: { state: 'SUSPENDED' } as Receipt['clock'] }))).toBe('deferred')
    expect(waitsFor(receipt({ status: 'PAID_OUT' }))).toBe('nobody')
    expect(waitsFor(receipt({ status: 'TAKEN_BACK', free: '0.00' }))).toBe('nobody')
  })
})
