import { describe, expect, it } from 'vitest'
import type { Panel } from '@/api/types'
import { gaps, given, minutesOf } from './minutes'

describe('the minutes of a panel', () => {
  it('begin with a place for each member', () => {
    const blank = minutesOf('2022-11-01')
    expect(blank.opinions.map((o) => o.seat)).toEqual(['CASE_JUDGE', 'CASE_EXECUTOR', 'CASE_CLERK'])
    expect(blank.heldOn).toBe('2022-11-01')
  })

  it('leave out an opinion that the clerk did not give, never one that is missing', () => {
    const blank = minutesOf('2022-11-01')
    expect(given(blank).opinions.map((o) => o.seat)).toEqual(['CASE_JUDGE', 'CASE_EXECUTOR'])
    blank.opinions[2]!.text = '同意'
    expect(given(blank).opinions).toHaveLength(3)
  })

  it('say what is still to be filled in: the clerk need not hold anything', () => {
    const blank = minutesOf('2022-11-01')
    blank.heldAt = '9点'
    expect(gaps(blank)).toEqual([
      'place',
      'matter',
      'discussion',
      'resolution',
      'heldAt',
      'opinions[0].text',
      'opinions[1].text',
    ])
    const text = '同意'
    const full = { ...blank, heldAt: '09:30', place: text, matter: text, discussion: text, resolution: text }
    full.opinions[0]!.text = full.opinions[1]!.text = text
    expect(gaps(full)).toEqual([])
  })

  it('keep what was recorded', () => {
    const member = (seat: string, dissents: boolean | null, opinion: string | null) => ({
      seat,
      person: { id: seat, name: '王某' },
      dissents,
      opinion,
      signedAt: null,
    })
    const panel = {
      heldOn: '2022-10-31',
      heldAt: '10:30',
      place: '合议室',
      matter: '终本',
      discussion: '汇报',
      resolution: '终本',
      members: [
        member('CASE_JUDGE', false, '同意'),
        member('CASE_EXECUTOR', true, '车辆可拍'),
        member('CASE_CLERK', null, null),
      ],
    } as unknown as Panel
    const kept = given(minutesOf('2022-11-01', panel))
    expect(kept.heldOn).toBe('2022-10-31')
    expect(kept.opinions).toEqual([
      { seat: 'CASE_JUDGE', dissents: false, text: '同意' },
      { seat: 'CASE_EXECUTOR', dissents: true, text: '车辆可拍' },
    ])
  })
})
