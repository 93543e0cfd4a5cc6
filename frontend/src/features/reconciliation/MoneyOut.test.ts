import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import MoneyOut from './MoneyOut.vue'

const line = (id: string, more: Record<string, unknown>) => ({
  id,
  serial: `S-${id}`,
  valueOn: '2022-10-12',
  moneyIn: null,
  moneyOut: '35.00',
  party: '王某',
  remark: '案款发放',
  paymentNumber: null,
  transactionId: null,
  ...more,
})
const october = { from: '2022-10-01', to: '2022-10-31' }
const answer = (body: object) => {
  const asked: string[] = []
  server.use(
    http.get('*/api/v1/bank-lines', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json(body)
    }),
  )
  return asked
}

describe('what the money that left the bank was', () => {
  it('is said of each line of the month: what is settled can be opened again, what is not can be settled', async () => {
    const asked = answer({
      items: [
        line('1', { paymentNumber: 'ZF2022-000001' }),
        line('2', { transactionId: 't-2', moneyOut: '2.50', remark: '手续费' }),
        line('3', {}),
      ],
      next: 'more',
    })
    const { view } = await mountWith(MoneyOut, october, { me: { roles: ['funds'] } })
    await eventually(() => expect(view.findAll('tbody tr')).toHaveLength(3))
    expect(asked[0]).toContain('from=2022-10-01&to=2022-10-31&direction=OUT')
    const [paid, charged, open] = view.findAll('tbody tr')
    expect(paid!.text()).toContain('付款 ZF2022-000001')
    expect(charged!.text()).toContain('银行手续费')
    expect(charged!.text()).toContain('2.50')
    expect(open!.text()).toContain('待说明')
    const acts = [paid, charged, open].map((row) => row!.findAll('button').map((b) => b.text()))
    expect(acts).toEqual([['重新认定'], ['重新认定'], ['对应付款', '银行手续费']])
    // On a phone each cell says what it is.
    expect(paid!.findAll('td[data-label]')).toHaveLength(6)
    expect(view.find('nav, .pager').exists()).toBe(true)
  })

  it('offers nothing to who only reads', async () => {
    answer({ items: [line('1', { paymentNumber: 'ZF2022-000001' }), line('2', {})], next: null })
    const { view } = await mountWith(MoneyOut, october, { me: { roles: ['director'] } })
    await eventually(() => expect(view.findAll('tbody tr')).toHaveLength(2))
    expect(view.findAll('button')).toHaveLength(0)
  })

  it('says what would fill it where nothing left', async () => {
    answer({ items: [], next: null })
    const { view } = await mountWith(MoneyOut, october)
    await eventually(() => expect(view.text()).toContain('本月银行没有支出'))
    expect(view.find('table').exists()).toBe(false)
  })

  it('says what failed, and asks again when told to', async () => {
    server.use(
      http.get('*/api/v1/bank-lines', () => HttpResponse.json({ title: '出错了', status: 500 }, { status: 500 })),
    )
    const { view } = await mountWith(MoneyOut, october)
    await eventually(() => expect(view.find('button').exists()).toBe(true))
    answer({ items: [line('1', { paymentNumber: 'ZF2022-000001' })], next: null })
    await view.find('button').trigger('click')
    await eventually(() => expect(view.findAll('tbody tr')).toHaveLength(1))
  })
})
