import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { BankLine } from '@/api/types'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ReopenLine from './ReopenLine.vue'

const line = { id: 'l-9', moneyOut: '35.00', paymentNumber: 'ZF2022-000009' } as unknown as BankLine
const dialog = () => document.querySelector('[role=dialog]')

describe('a settled line that was something else after all', () => {
  it('is opened again with the reason, under a key of its own', async () => {
    let asked: unknown
    let key: string | null = null
    server.use(
      http.post('*/api/v1/bank-lines/l-9/reopening', async ({ request }) => {
        asked = await request.json()
        key = request.headers.get('Idempotency-Key')
        return HttpResponse.json({ lineId: 'l-9' })
      }),
    )
    const { view } = await mountWith(ReopenLine, { line }, { me: { roles: ['funds'] } })
    await view.find('button').trigger('click')
    await eventually(() => expect(dialog()?.textContent).toContain('¥35.00'))
    const text = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')!
    text.value = '并非该笔付款'
    text.dispatchEvent(new Event('input'))
    document.querySelector('[role=dialog] form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await eventually(() => expect(asked).toEqual({ reason: '并非该笔付款' }))
    expect(key).toBeTruthy()
  })

  it('shows in place why it may not be', async () => {
    server.use(
      http.post('*/api/v1/bank-lines/l-9/reopening', () =>
        HttpResponse.json(
          { title: '不能办理', status: 422, detail: '流水 S9 尚未认定', clause: '二(二)', code: 'line-open' },
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
    )
    const { view } = await mountWith(ReopenLine, { line }, { me: { roles: ['funds'] } })
    await view.find('button').trigger('click')
    await eventually(() => expect(document.querySelector('[role=dialog] textarea')).toBeTruthy())
    const text = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')!
    text.value = '再看'
    text.dispatchEvent(new Event('input'))
    document.querySelector('[role=dialog] form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await eventually(() => expect(dialog()?.textContent).toContain('流水 S9 尚未认定'))
    expect(dialog()?.textContent).toContain('二(二)')
  })

  it("is the funds desk's alone", async () => {
    const { view } = await mountWith(ReopenLine, { line }, { me: { roles: ['director'] } })
    expect(view.findAll('button')).toHaveLength(0)
  })
})
