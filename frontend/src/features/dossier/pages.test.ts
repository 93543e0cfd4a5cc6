import { describe, expect, it } from 'vitest'
import { pagesOf, pagesText, rowsInSight } from './pages'

describe('the pages to print', () => {
  it('reads them as people type them', () => {
    expect(pagesOf('3', 10)).toEqual([3])
    expect(pagesOf('1-3，5', 10)).toEqual([1, 2, 3, 5])
    expect(pagesOf(' 8 ～ 10 、 2,9', 10)).toEqual([2, 8, 9, 10])
  })

  it('takes nothing that is not there or cannot be read', () => {
    for (const wrong of ['', '0', '11', '9-11', '5-3', 'a', '1,,2', '1-2-3', '-3'])
      expect(pagesOf(wrong, 10)).toBeUndefined()
  })

  it('writes them as short as can be, and reads that again', () => {
    expect(pagesText([1, 2, 3, 5, 7, 8])).toBe('1-3,5,7-8')
    for (let n = 1; n < 200; n++) {
      const pages = Array.from({ length: 8 }, (_, i) => i + 1).filter((i) => (n >> (i - 1)) & 1)
      if (pages.length) expect(pagesOf(pagesText(pages), 8)).toEqual(pages)
    }
  })
})

describe('a strip of ten thousand pages', () => {
  it('has as many rows as are in sight, and a few more', () => {
    expect(rowsInSight(0, 600, 150, 10_000)).toEqual([0, 1, 2, 3, 4, 5])
    expect(rowsInSight(150 * 5000, 600, 150, 10_000)).toEqual([4998, 4999, 5000, 5001, 5002, 5003, 5004, 5005])
    expect(rowsInSight(150 * 9999, 600, 150, 10_000).at(-1)).toBe(9999)
    expect(rowsInSight(0, 600, 150, 2)).toEqual([0, 1])
  })
})
