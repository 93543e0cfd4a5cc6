import { describe, expect, it } from 'vitest'
import type { Suspension } from '@/api/types'
import { suspension } from '../../../mocks/data'
import { mountWith } from '../../../tests/mountWith'
import SuspensionCard from './SuspensionCard.vue'

const shown = async (change: Partial<Suspension>) => {
  const { view } = await mountWith(SuspensionCard, { suspension: { ...suspension, ...change } })
  return { text: view.text(), buttons: view.findAll('button').map((b) => b.text()) }
}

describe('a suspension', () => {
  it('says why, which days, and what it does to each due date', async () => {
    const { text } = await shown({})
    for (const word of ['公告送达', '法发〔2006〕35号第13条', '2022-11-15周二', '14 天', '2022-12-23', '推后 14 天']) {
      expect(text).toContain(word)
    }
  })

  it('says that an approved one runs', async () => {
    expect((await shown({ status: 'APPROVED', phase: 'RUNNING', allowed: [] })).text).toContain('已同意，暂停计算中')
  })

  it('offers what the server allows, and nothing else', async () => {
    expect((await shown({})).buttons).toEqual(['同意', '不同意'])
    expect((await shown({ status: 'APPROVED', phase: 'RUNNING', allowed: ['END'] })).buttons).toEqual(['登记恢复'])
    expect((await shown({ status: 'APPROVED', phase: 'RUNNING', allowed: ['END', 'CANCEL'] })).buttons).toEqual([
      '登记恢复',
      '撤销',
    ])
    expect((await shown({ status: 'REFUSED', allowed: [] })).buttons).toEqual([])
  })

  it('keeps who refused it and why, without dates that never moved', async () => {
    const { text } = await shown({
      status: 'REFUSED',
      allowed: [],
      decidedBy: { id: 'p-8', name: '郑某某' },
      decidedOn: '2022-11-01',
      decisionReason: '材料不足',
    })
    expect(text).toContain('郑某某 于 2022-11-01 周二 不同意')
    expect(text).toContain('材料不足')
    expect(text).not.toContain('2022-12-23')
  })
})
