import { describe, expect, it } from 'vitest'
import { categoriesFor, stillMissing, usualCategory } from './categories'

const WANTED = 'OFFLINE_MEASURE_RESULT'
const slip = { evidenceCategory: WANTED, proved: false }
const taken = (category: string, state: 'WAITING' | 'REFUSED' | 'FILED', filedAt?: number) => ({
  category,
  state,
  filedAt,
})

describe('the category that is proposed', () => {
  it('is what proves the slip’s node, whatever the slip is called', () => {
    for (const kindName of ['送达', '查询', '查封', 'Service', 'Query'])
      expect(usualCategory({ kindName, evidenceCategory: WANTED })).toBe(WANTED)
    expect(usualCategory({ kindName: '保全实施', evidenceCategory: 'PRESERVATION_RECORD' })).toBe('PRESERVATION_RECORD')
  })

  it('is what such work is mostly filed under where a letter proves it, and on slips of an older app', () => {
    expect(usualCategory({ kindName: '受托送达', evidenceCategory: null })).toBe('SERVICE_RECEIPT')
    expect(usualCategory({ kindName: '查询' })).toBe('OFFLINE_QUERY_RESULT')
    expect(usualCategory({ kindName: '扣押' })).toBe(WANTED)
  })

  it('can be chosen though it is none of the usual ones, and the others stay', () => {
    expect(categoriesFor(WANTED)).toContain('SERVICE_RECEIPT')
    expect(categoriesFor(WANTED).filter((code) => code === WANTED)).toHaveLength(1)
    expect(categoriesFor('OLD_CASE_RECORD', undefined, null)).toContain('OLD_CASE_RECORD')
  })
})

describe('what is still missing before a slip is handed in', () => {
  it('is the node’s category, until something of it is on its way or filed', () => {
    expect(stillMissing(slip, [], 1000)).toBe(WANTED)
    expect(stillMissing(slip, [taken('SERVICE_RECEIPT', 'FILED', 2000)], 1000)).toBe(WANTED)
    expect(stillMissing(slip, [taken(WANTED, 'REFUSED')], 1000)).toBe(WANTED)
    expect(stillMissing(slip, [taken(WANTED, 'WAITING')], 1000)).toBeUndefined()
    expect(stillMissing(slip, [taken(WANTED, 'FILED', 2000)], 1000)).toBeUndefined()
  })

  it('is missing again where the slip came back: what was filed before proved the first round', () => {
    expect(stillMissing(slip, [taken(WANTED, 'FILED', 500)], 1000)).toBe(WANTED)
    expect(stillMissing(slip, [taken(WANTED, 'FILED')], 1000)).toBe(WANTED)
  })

  it('is nothing where the node is proved, a letter proves it, or an older app did not say', () => {
    expect(stillMissing({ ...slip, proved: true }, [])).toBeUndefined()
    expect(stillMissing({ evidenceCategory: null, proved: false }, [])).toBeUndefined()
    expect(stillMissing({ evidenceCategory: WANTED }, [])).toBeUndefined()
  })
})
