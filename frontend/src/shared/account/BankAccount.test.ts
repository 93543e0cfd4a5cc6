import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { payee } from '../../../mocks/funds'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import PayeeActs from '../../features/disbursements/PayeeActs.vue'
import BankAccount from './BankAccount.vue'

const of = { number: '***************0123', of: 'PAYEE', id: 'pay-1', name: '王某', may: true }
const button = (words: string) => [...document.querySelectorAll('button')].filter((b) => b.textContent?.includes(words))

describe('an account number', () => {
  it('is shown in full once the reason is given, which goes with the request', async () => {
    let asked: unknown
    server.use(
      http.post('*/api/v1/bank-accounts/unmasking', async ({ request }) => {
        asked = await request.json()
        return HttpResponse.json({ name: '王某', bankName: null, account: '6222020200001230123' })
      }),
    )
    const { view } = await mountWith(BankAccount, of)
    expect(view.text()).toContain('***************0123')
    await view.find('button').trigger('click')
    await eventually(() => expect(document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')).toBeTruthy())
    const text = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')!
    text.value = '核对账号'
    text.dispatchEvent(new Event('input'))
    document.querySelector('[role=dialog] form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await eventually(() => expect(view.text()).toContain('6222020200001230123'))
    expect(asked).toEqual({ of: 'PAYEE', id: 'pay-1', reason: '核对账号' })
  })

  it('offers nothing to whoever may not', async () => {
    const { view } = await mountWith(BankAccount, { ...of, may: false })
    expect(view.findAll('button')).toHaveLength(0)
  })

  it('can be seen whole where the second person confirms it', async () => {
    await mountWith(PayeeActs, { payee: { ...payee, ready: false, confirmedBy: null, allowed: ['CONFIRM'] } })
    button('确认账号')[0]!.click()
    await eventually(() => expect(document.body.textContent).toContain('**** **** **** ***0 123'))
    expect(button('显示全部账号').length).toBeGreaterThan(0)
  })
})
