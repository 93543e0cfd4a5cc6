import { describe, expect, it } from 'vitest'
import type { Slip } from '../types'
import { type Draft, finished, locked, missing, unsigned } from './record'

const at = '2022-11-01T02:00:00Z'
const signed = {
  name: '李某某',
  role: '被执行人',
  signature: { image: 'data:image/png;base64,AA==', at },
  refusal: null,
}
const silent = { name: '周某', role: '在场人', signature: null, refusal: null }
const draft = (more: Partial<Draft> = {}): Draft => ({
  title: '笔录',
  place: '某小区 1 号楼',
  startedAt: '2022-11-01T10:00',
  officers: '赵某',
  qa: [{ question: '是否有可供执行的财产？', answer: '没有。' }],
  narrative: '',
  present: [signed],
  ...more,
})
const slip = { id: 's', number: '流转〔2022〕1号', caseNumber: '（2022）豫0505执1号' } as Slip
const read = async (d: Draft) => JSON.parse(new TextDecoder().decode(await finished(d, slip)))

describe('a record', () => {
  it('is whole when everybody present has signed or refused', () => {
    expect(missing(draft())).toEqual([])
    const refusal = { reason: '认为内容不实', witness: '孙某', at }
    expect(missing(draft({ present: [signed, { ...silent, refusal }] }))).toEqual([])
  })

  it('says what it still needs', () => {
    const bare = draft({ place: ' ', qa: [{ question: '', answer: ' ' }], present: [{ ...silent, name: '' }] })
    expect(missing(bare)).toEqual(['needPlace', 'needPresent', 'needText', 'needSigns'])
    expect(missing(draft({ present: [] }))).toEqual(['needPresent'])
    expect(unsigned(draft({ present: [signed, silent] }))).toBe(1)
  })

  it('is locked by its first signature or refusal', () => {
    expect(locked(draft({ present: [silent] }))).toBe(false)
    expect(locked(draft({ present: [silent, signed] }))).toBe(true)
  })

  it('hashes what was signed: a changed word changes the hash, another signature does not', async () => {
    const { textSha256 } = await read(draft())
    expect(textSha256).toMatch(/^[0-9a-f]{64}$/)
    expect((await read(draft({ narrative: '补充' }))).textSha256).not.toBe(textSha256)
    const again = { ...signed, signature: { image: 'data:image/png;base64,BB==', at } }
    expect((await read(draft({ present: [again] }))).textSha256).toBe(textSha256)
  })
})
