import { describe, expect, it } from 'vitest'
import { took } from './took'

describe('how long something took', () => {
  it.each([
    [0, 'minutes', 1],
    [841, 'minutes', 15],
    [900, 'minutes', 15],
    [901, 'minutes', 16],
    [7199, 'minutes', 120],
    [7200, 'hours', 2],
    [100_000, 'hours', 28],
    [172_800, 'days', 2],
    [950_400, 'days', 11],
  ])('%d seconds are %s: %d', (seconds, unit, n) => {
    expect(took(seconds)).toEqual({ unit, n })
  })
})
