import { describe, expect, it } from 'vitest'
import { disbursement } from '../../../mocks/funds'
import { stepsOf } from './steps'

const states = (of: Partial<typeof disbursement>) =>
  stepsOf({ ...disbursement, ...of }, (s) => s).map((s) => `${s.key} ${s.state}`)
const person = { id: 'x', name: '赵某' }
const took = (step: 'APPLY' | 'JUDGE' | 'DIRECTOR' | 'PAY', refused = false) => ({
  step,
  person,
  on: '2022-11-01',
  refused,
  reason: refused ? '账号不符' : null,
})

describe('the steps of a disbursement', () => {
  it('say whose turn it is, and leave the president out of small sums', () => {
    expect(states({})).toEqual(['APPLY done', 'JUDGE now', 'DIRECTOR todo', 'PAY todo', 'RESULT todo'])
    expect(states({ needsPresident: true })).toContain('PRESIDENT todo')
  })

  it('end where it was refused or withdrawn', () => {
    expect(states({ status: 'REFUSED', waitsFor: null, steps: [took('APPLY'), took('JUDGE', true)] })).toEqual([
      'APPLY done',
      'JUDGE stopped',
    ])
    expect(states({ status: 'WITHDRAWN', waitsFor: null, steps: [took('APPLY', true)] })).toEqual(['APPLY stopped'])
  })

  it('wait for the bank once it has its order, and say what the bank did', () => {
    const steps = [took('APPLY'), took('JUDGE'), took('DIRECTOR'), took('PAY')]
    expect(states({ status: 'ORDERED', waitsFor: null, steps }).at(-1)).toBe('RESULT now')
    expect(states({ status: 'PAID', waitsFor: null, steps }).at(-1)).toBe('RESULT done')
    expect(states({ status: 'BOUNCED', waitsFor: null, steps }).at(-1)).toBe('RESULT stopped')
  })
})
