import { describe, expect, it } from 'vitest'
import { dayWords } from './when'

describe('a day', () => {
  it('is said in the reader’s language, and is the same day everywhere', () => {
    expect(dayWords('2022-11-21', 'zh-CN')).toBe('2022-11-21 周一')
    expect(dayWords('2022-11-21', 'en')).toBe('2022-11-21 Mon')
  })
})
