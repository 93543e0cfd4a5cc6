import { describe, expect, it } from 'vitest'
import { capitals } from './capitals'

describe('an amount in capitals', () => {
  it.each([
    ['0.00', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['0.55', '伍角伍分'],
    ['1.00', '壹元整'],
    ['10.00', '壹拾元整'],
    ['100.05', '壹佰元零伍分'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['30076.14', '叁万零柒拾陆元壹角肆分'],
    ['100000.00', '壹拾万元整'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['1000001.00', '壹佰万零壹元整'],
    ['10050000.00', '壹仟零伍万元整'],
    ['100000001.00', '壹亿零壹元整'],
    ['123456789.01', '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
  ])('of %s is %s', (amount, words) => expect(capitals(amount)).toBe(words))

  it('is a dash where there is no amount', () => {
    expect(capitals(null)).toBe('—')
    expect(capitals('abc')).toBe('—')
  })
})
