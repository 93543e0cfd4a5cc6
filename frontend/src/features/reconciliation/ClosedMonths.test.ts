import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ClosedMonths from './ClosedMonths.vue'

const closed = (month: string) => ({ month, closedBy: { id: 'p-9', name: '曹某' }, closedOn: '2022-11-01' })
const day = {
  date: '2022-09-30',
  bankIn: '100.00',
  bankOut: '3.00',
  bankClosing: '97.00',
  ledgerClosing: '97.00',
  difference: '0.00',
}
const months = (all: object[]) => server.use(http.get('*/api/v1/ledger/months', () => HttpResponse.json(all)))

describe('the closed months', () => {
  it('open into what was kept of them, by the address', async () => {
    months([closed('2022-10'), closed('2022-09')])
    const asked: string[] = []
    server.use(
      http.get('*/api/v1/ledger/months/:month', ({ params }) => {
        asked.push(String(params.month))
        return HttpResponse.json({ month: params.month, days: [day], balances: { BANK: '97.00', CASE: '97.00' } })
      }),
    )
    const { view, router } = await mountWith(ClosedMonths, {}, { at: '/reconciliation' })
    await eventually(() => expect(view.findAll('li')).toHaveLength(2))
    expect(view.findAll('li')[1]!.text()).toContain('曹某')
    expect(asked).toEqual([])
    const september = () => view.findAll('button')[1]!
    expect(september().attributes('aria-expanded')).toBe('false')
    await september().trigger('click')
    await eventually(() => expect(view.text()).toContain('¥100.00'))
    expect(router.currentRoute.value.query.kept).toBe('2022-09')
    expect(september().attributes('aria-expanded')).toBe('true')
    expect(asked).toEqual(['2022-09'])
    expect(view.text()).toContain('银行账户')
    await september().trigger('click')
    await eventually(() => expect(view.text()).not.toContain('¥100.00'))
  })

  it('show the one that the address names', async () => {
    months([closed('2022-09')])
    server.use(
      http.get('*/api/v1/ledger/months/2022-09', () =>
        HttpResponse.json({ month: '2022-09', days: [day], balances: {} }),
      ),
    )
    const { view } = await mountWith(ClosedMonths, {}, { at: '/reconciliation?kept=2022-09' })
    await eventually(() => expect(view.text()).toContain('¥97.00'))
  })

  it('say how a month is closed where none is', async () => {
    months([])
    const { view } = await mountWith(ClosedMonths)
    await eventually(() => expect(view.text()).toContain('还没有结账的月份'))
  })
})
