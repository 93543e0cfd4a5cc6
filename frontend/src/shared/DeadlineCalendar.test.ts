import { describe, expect, it } from 'vitest'
import { mountWith } from '../../tests/mountWith'
import DeadlineCalendar from './DeadlineCalendar.vue'

const deadline = {
  due: '2022-10-08',
  provisional: true,
  days: [
    { date: '2022-09-28', counted: false, why: 'START' },
    { date: '2022-09-29', counted: true, why: 'COUNTED' },
    { date: '2022-09-30', counted: true, why: 'COUNTED' },
    { date: '2022-10-01', counted: true, why: 'COUNTED' },
    { date: '2022-10-02', counted: false, why: 'HOLIDAY', name: '国庆节' },
    { date: '2022-10-08', counted: false, why: 'ROLLED' },
  ],
}

describe('the deadline calendar', () => {
  it('gives every day a word of its own, not only a colour', async () => {
    const { view } = await mountWith(DeadlineCalendar, { deadline })
    const day = (why: string) => view.find(`.months .${why}`)
    expect(view.findAll('table caption').map((c) => c.text())).toEqual(['2022-09', '2022-10'])
    expect(day('START').text()).toContain('起')
    expect(day('COUNTED').text()).toContain('1')
    expect(day('HOLIDAY').text()).toContain('假')
    expect(day('HOLIDAY').attributes('title')).toContain('国庆节')
    expect(day('ROLLED').text()).toContain('到期')
  })

  it('says that a date is provisional', async () => {
    const { view } = await mountWith(DeadlineCalendar, { deadline })
    expect(view.text()).toContain('暂定')
  })
})
