import { describe, expect, it } from 'vitest'
import type { Receipt } from '@/api/types'
import { waitsFor } from './next'

const receipt = (of: Partial<Receipt>) =>
  ({ status: 'WAITING', free: '0.00', reserved: '0.00', clock: { state: 'PENDING' }, ...of }) as Receipt

describe('whose turn a receipt is', () => {
  it('is the handlers’ while something of it is free', () => {
    expect(waitsFor(receipt({ free: '0.01' }))).toBe('apply')
    expect(waitsFor(receipt({ free: '0.01', reserved: '5.00' }))).toBe('rest')
  })

  it('is the approvers’ or the bank’s once all of it is applied for', () => {
    expect(waitsFor(receipt({ reserved: '5.00' }))).toBe('approval')
  })

  it('is nobody’s while it is deferred, or when it has ended', () => {
    expect(waitsFor(receipt({ free: '1.00', clock: { state: 'SUSPENDED' } as Receipt['clock'] }))).toBe('deferred')
    expect(waitsFor(receipt({ status: 'PAID_OUT' }))).toBe('nobody')
    expect(waitsFor(receipt({ status: 'TAKEN_BACK', free: '0.00' }))).toBe('nobody')
  })
})
