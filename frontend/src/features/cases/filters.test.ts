import { describe, expect, it } from 'vitest'
import { kindOf, tidy } from './body'
import { exportUrl } from './filters'

describe('the case list', () => {
  it('exports what it shows: the same filters, without the page', () => {
    expect(exportUrl('csv', { team: 'FAST', overdue: true, q: '王某', cursor: 'abc', status: undefined })).toBe(
      `/api/v1/cases/export?format=csv&team=FAST&overdue=true&q=${encodeURIComponent('王某')}`,
    )
  })
})

describe('a case by hand', () => {
  it('reads its kind off the number', () => {
    expect(kindOf('(2022)豫0505执保12号')).toBe('PRESERVATION')
    expect(kindOf('(2022)豫0505执恢12号')).toBe('RESUMED')
    expect(kindOf('(2022)豫0505执12号')).toBe('FIRST')
    expect(kindOf('')).toBe('OTHER')
  })

  it('sends no empty strings for what is not known', () => {
    const body = tidy({
      number: '',
      cause: '',
      matter: 'ACT',
      claimAmount: '',
      filedOn: '2022-11-01',
      firstFiledOn: '',
      preserved: false,
      fourChecksSufficient: false,
      auctionNeeded: false,
      refusalOrCriminal: false,
      parties: [],
    })
    expect(body).toMatchObject({ claimAmount: null, firstFiledOn: null })
  })
})
