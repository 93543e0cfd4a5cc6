import { describe, expect, it } from 'vitest'
import { asset } from '../../../mocks/assets'
import { changesOf } from './versions'

describe('the versions of an asset', () => {
  it('says of each what it changed, and of the first what was filled in', () => {
    const second = { ...asset, version: 2, value: '360000.00', disposable: false, reason: '评估报告' }
    const [newest, first] = changesOf([second, { ...asset, holder: null }])
    expect(newest?.changes).toEqual([
      { field: 'holder', before: null, after: '安阳市不动产登记中心' },
      { field: 'value', before: '350000.00', after: '360000.00' },
      { field: 'disposable', before: true, after: false },
    ])
    expect(first?.from).toBeUndefined()
    expect(first?.changes.map((c) => c.field)).not.toContain('holder')
    expect(first?.changes.map((c) => c.field)).not.toContain('appraised')
  })
})
