import { describe, expect, it } from 'vitest'
import { yuan } from './money'

describe('money', () => {
  it('is grouped without passing through a float', () => {
    expect(yuan('12345.67')).toBe('¥12,345.67')
    expect(yuan('90071992547409931.01')).toBe('¥90,071,992,547,409,931.01')
    expect(yuan('999.00')).toBe('¥999.00')
  })

  it('is a dash where it is not known', () => {
    expect(yuan(null)).toBe('—')
  })
})
