import { describe, expect, it } from 'vitest'
import { after, before, spanOf } from './months'

describe('months of the books', () => {
  it('have neighbours across years and leap days', () => {
    expect(before('2022-01')).toBe('2021-12')
    expect(after('2022-12')).toBe('2023-01')
    expect(before('2024-03')).toBe('2024-02')
  })

  it('end on their last day, or today', () => {
    expect(spanOf('2024-02', '2024-05-01')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(spanOf('2022-11', '2022-11-01')).toEqual({ from: '2022-11-01', to: '2022-11-01' })
  })
})
