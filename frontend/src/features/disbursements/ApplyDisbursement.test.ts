import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { cases, detail } from '../../../mocks/data'
import { disbursement, payee } from '../../../mocks/funds'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ApplyDisbursement from './ApplyDisbursement.vue'

const file = detail(cases[0]!)
const form = () => [...document.querySelectorAll('[role=dialog] form')].at(-1)
const send = () => form()?.dispatchEvent(new Event('submit', { cancelable: true }))
const mounted = (free = '30076.14') =>
  mountWith(ApplyDisbursement, { file, free }, { me: { personId: file.executor?.id } })

describe('applying for money', () => {
  it('gives one payee all that is free, and is sent with its reason in two presses', async () => {
    const sent: unknown[] = []
    server.use(
      http.post('*/api/v1/cases/c-0/disbursements', async ({ request }) => {
        sent.push(await request.json())
        return HttpResponse.json(disbursement, { status: 201 })
      }),
    )
    const { view } = await mounted()
    await eventually(() => expect(view.find('button').exists()).toBe(true))
    await view.find('button').trigger('click')
    await eventually(() => expect(form()?.querySelector<HTMLInputElement>('.field')?.value).toBe('30076.14'))
    send()
    await eventually(() =>
      expect(sent).toEqual([{ reason: '发放执行案款', payments: [{ payeeId: 'pay-1', amount: '30076.14' }] }]),
    )
  })

  it('says at once that it would be more than is free', async () => {
    const { view } = await mounted('10.00')
    await eventually(() => expect(view.find('button').exists()).toBe(true))
    await view.find('button').trigger('click')
    await eventually(() => expect(form()?.querySelector('.field')).not.toBeNull())
    const field = form()!.querySelector<HTMLInputElement>('.field')!
    field.value = '10.01'
    field.dispatchEvent(new Event('input'))
    send()
    await eventually(() => expect(form()?.textContent).toContain('合计超过可用金额'))
  })

  it('asks for a payee first, where none is confirmed', async () => {
    server.use(http.get('*/api/v1/cases/:id/payees', () => HttpResponse.json([{ ...payee, ready: false }])))
    const { view } = await mounted()
    await eventually(() => expect(view.text()).toContain('先登记收款人'))
  })

  it('is offered for money that arrives after the case was closed', async () => {
    const closed = { ...file, status: 'CLOSED' as const }
    const { view } = await mountWith(
      ApplyDisbursement,
      { file: closed, free: '1.00' },
      { me: { personId: file.executor?.id } },
    )
    await eventually(() => expect(view.find('button').exists()).toBe(true))
  })

  it('is the executor’s alone', async () => {
    const { view } = await mountWith(ApplyDisbursement, { file, free: '1.00' }, { me: { personId: 'somebody' } })
    expect(view.text()).toBe('')
  })
})
