import { describe, expect, it } from 'vitest'
import { fen, ofFen, sumOf, yuan } from './money'

describe('money', () => {
  it('is grouped without passing through a float', () => {
    expect(yuan('12345.67')).toBe('¥12,345.67')
    expect(yuan('90071992547409931.01')).toBe('¥90,071,992,547,409,931.01')
    expect(yuan('999.00')).toBe('¥999.00')
    expect(yuan('-223584.74')).toBe('-¥223,584.74')
  })

  it('is a dash where it is not known', () => {
    expect(yuan(null)).toBe('—')
  })

  it('is read as people write it, and refused where it has no fen of its own', () => {
    expect(fen('1,234.5')).toBe(123450n)
    expect(fen(' ¥100 ')).toBe(10000n)
    expect(fen('-0.01')).toBe(-1n)
    expect(fen('0.001')).toBeUndefined()
    expect(fen('一百')).toBeUndefined()
    expect(fen('')).toBeUndefined()
  })

  it('is written with two digits, and added to the fen', () => {
    expect(ofFen(5n)).toBe('0.05')
    expect(ofFen(-123450n)).toBe('-1234.50')
    expect(sumOf(['0.10', '0.20', '9007199254740993.01'])).toBe('9007199254740993.31')
    expect(sumOf(['1.00', 'x', undefined])).toBe('1.00')
  })
})
