import { describe, expect, it } from 'vitest'
import type { SupervisionSlip } from '@/api/types'
import { slip } from '../../../mocks/data'
import { mountWith } from '../../../tests/mountWith'
import SlipCard from './SlipCard.vue'

const shown = async (change: Partial<SupervisionSlip>) => {
  const { view } = await mountWith(SlipCard, { slip: { ...slip, ...change } })
  return { text: view.text(), buttons: view.findAll('button').map((b) => b.text()) }
}

describe('a supervision slip', () => {
  it('says whose node, why, by when, and how late the answer is', async () => {
    const { text } = await shown({ daysLate: 2 })
    for (const word of ['督办〔2022〕1号', '首次约谈', slip.reason, '2022-11-04', '逾期 2 天', '赵某']) {
      expect(text).toContain(word)
    }
  })

  it('offers what the server allows, and nothing else', async () => {
    expect((await shown({ allowed: ['ANSWER'] })).buttons).toEqual(['答复'])
    expect((await shown({ allowed: ['CONFIRM', 'RETURN', 'WITHDRAW'] })).buttons).toEqual(['确认办结', '退回', '撤回'])
    expect((await shown({ allowed: [] })).buttons).toEqual([])
  })

  it('keeps every answer with its evidence and what became of it', async () => {
    const back = {
      round: 1,
      text: '已约谈',
      evidence: { fileId: 'f-1', name: '约谈笔录.pdf', size: 9, sha256: 'ab' },
      answeredBy: { id: 'p-2', name: '赵某' },
      answeredOn: '2022-11-05',
      answerDue: '2022-11-04',
      daysLate: 1,
      decision: 'RETURNED' as const,
      decidedBy: { id: 'p-9', name: '孔某某' },
      decidedOn: '2022-11-07',
      decisionReason: '笔录缺签字',
    }
    const { text } = await shown({ status: 'RETURNED', answers: [back] })
    for (const word of ['已约谈', '约谈笔录.pdf', '逾期 1 天', '孔某某 2022-11-07 退回', '笔录缺签字']) {
      expect(text).toContain(word)
    }
  })
})
