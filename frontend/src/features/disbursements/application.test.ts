import { describe, expect, it } from 'vitest'
import type { Payee } from '@/api/types'
import { bodyOf, faultOf, restFor, totalOf } from './application'

const payee = (id: string) => ({ id }) as Payee

describe('an application for money', () => {
  it('adds what is typed to the fen', () => {
    expect(totalOf({ a: '0.10', b: '0.20', c: '' })).toBe(30n)
  })

  it('is not sent when nobody gets anything, a field is no amount, or it is more than is free', () => {
    expect(faultOf({ a: '', b: ' ' }, '100.00')).toBe('none')
    expect(faultOf({ a: '12.345' }, '100.00')).toBe('bad')
    expect(faultOf({ a: '0' }, '100.00')).toBe('bad')
    expect(faultOf({ a: '-1' }, '100.00')).toBe('bad')
    expect(faultOf({ a: '60', b: '40.01' }, '100.00')).toBe('short')
    expect(faultOf({ a: '60', b: '40' }, '100.00')).toBeUndefined()
  })

  it('sends amounts as the contract writes them, in the order of the payees', () => {
    expect(bodyOf({ b: '1,000', a: '2.5', c: '' }, [payee('a'), payee('b'), payee('c')], ' 领款 ')).toEqual({
      reason: '领款',
      payments: [
        { payeeId: 'a', amount: '2.50' },
        { payeeId: 'b', amount: '1000.00' },
      ],
    })
  })

  it('gives one payee all that the others leave', () => {
    expect(restFor('a', { a: '5', b: '30.01' }, '100.00')).toBe('69.99')
    expect(restFor('a', { b: '100' }, '100.00')).toBe('')
  })
})
