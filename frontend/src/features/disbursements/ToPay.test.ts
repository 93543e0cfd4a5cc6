import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { disbursement } from '../../../mocks/funds'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ToPay from './ToPay.vue'

const approved = { ...disbursement, status: 'APPROVED' as const, allowed: ['ORDER' as const] }
const listed = (...items: object[]) =>
  http.get('*/api/v1/disbursements', () => HttpResponse.json({ items, next: null }))
const batch = { id: 'b-1', number: 'PC2022-0001', payments: 1 }
const button = (view: Awaited<ReturnType<typeof mountWith>>['view'], text: string) =>
  view.findAll('button').find((b) => b.text().startsWith(text))

describe('what is to be paid', () => {
  it('is ordered once, though the first answer got lost and the list has moved on', async () => {
    const sent: unknown[] = []
    server.use(
      listed(approved),
      http.post('*/api/v1/payment-batches', async ({ request }) => {
        sent.push([request.headers.get('Idempotency-Key'), await request.json()])
        // The first was done, and is on the list no more.
        server.use(listed())
        return sent.length === 1 ? HttpResponse.error() : HttpResponse.json({ batch, items: [] }, { status: 201 })
      }),
    )
    const { view } = await mountWith(ToPay, {}, { me: { roles: ['funds'] } })
    await eventually(() => expect(button(view, '生成批次')).toBeDefined())
    await button(view, '生成批次')!.trigger('click')
    await eventually(() => expect(button(view, '重试')).toBeDefined())
    await eventually(() => expect(view.findAll('tbody tr')).toHaveLength(0))
    await button(view, '重试')!.trigger('click')
    await eventually(() => expect(sent).toHaveLength(2))
    await eventually(() => expect(view.find('[role=alert]').exists()).toBe(false))
    expect(sent[1]).toEqual(sent[0])
  })

  it('leads to a login of this moment where the last is too old', async () => {
    server.use(
      listed(approved),
      http.post('*/api/v1/payment-batches', () =>
        HttpResponse.json({ title: '请重新验证身份', status: 403, code: 'step-up' }, { status: 403 }),
      ),
    )
    const { view } = await mountWith(ToPay, {}, { me: { roles: ['funds'] }, at: '/funds?tab=pay' })
    await eventually(() => expect(button(view, '生成批次')).toBeDefined())
    await button(view, '生成批次')!.trigger('click')
    await eventually(() => expect(view.find('a.again').exists()).toBe(true))
    expect(view.find('a.again').attributes('href')).toBe('/login/again?to=%2Ffunds%3Ftab%3Dpay')
  })
})
