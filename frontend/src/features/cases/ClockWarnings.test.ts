import { describe, expect, it } from 'vitest'
import { cases, detail } from '../../../mocks/data'
import { mountWith } from '../../../tests/mountWith'
import ClockTrack from './ClockTrack.vue'
import ClockWarnings from './ClockWarnings.vue'

describe('the two clocks', () => {
  it('warn where they pull apart, by which clause, and what is lawful', async () => {
    const { view } = await mountWith(ClockWarnings, { warnings: detail(cases[0]!).clockWarnings })
    for (const word of ['快执结案 2022-12-09 周五', '2023-02-01 周三', '法〔2016〕373号第1条', '发起延期']) {
      expect(view.text()).toContain(word)
    }
    expect((await mountWith(ClockWarnings, { warnings: [] })).view.find('li').exists()).toBe(false)
  })

  it('mark suspended days on the line, and say so where no end is known', async () => {
    const node = { ...detail(cases[0]!).nodes.find((n) => n.stop === 'CASE_CLOSED')! }
    const place = (date: string) => Number(date.slice(8)) * 2
    const track = async (pauses: unknown, dueOn: string | null) =>
      (await mountWith(ClockTrack, { label: '快执结案', node: { ...node, pauses, dueOn }, ticks: [], place })).view
    const closed = (await track([{ from: '2022-11-05', resume: '2022-11-15' }], node.dueOn!)).find('.pause')
    expect(closed.attributes('style')).toBe('left: 10%; width: 20%;')
    expect(closed.attributes('title')).toContain('10 天不计入')
    const open = await track([{ from: '2022-11-05', resume: null }], null)
    expect(open.find('.pause').attributes('style')).toBe('left: 10%; width: 90%;')
    expect(open.text()).toContain('暂停计算，恢复日未定')
  })
})
