import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Receipt } from '@/api/types'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import UndoMatch from './UndoMatch.vue'

const receipt = {
  id: 'r-1',
  caseNumber: '(2022)豫0505执1号',
  amount: '500.00',
  line: { party: '李某某', remark: '还款', serial: 'A1' },
  may: ['UNDO_MATCH'],
  version: 3,
} as unknown as Receipt

describe('taking money back that was matched wrongly', () => {
  it('sends the reason, the version that was seen, and a key of its own', async () => {
    let seen: Headers | undefined
    let asked: unknown
    server.use(
      http.post('*/api/v1/receipts/r-1/reversal', async ({ request }) => {
        seen = request.headers
        asked = await request.json()
        return HttpResponse.json(receipt)
      }),
    )
    const { view } = await mountWith(UndoMatch, { receipt })
    await view.find('button').trigger('click')
    await eventually(() => expect(document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')).toBeTruthy())
    expect(document.body.textContent).toContain('¥500.00')
    const text = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')!
    text.value = '付款人误填案号'
    text.dispatchEvent(new Event('input'))
    document.querySelector('[role=dialog] form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await eventually(() => expect(asked).toEqual({ reason: '付款人误填案号' }))
    expect(seen?.get('If-Match')).toBe('"3"')
    expect(seen?.get('Idempotency-Key')).toBeTruthy()
  })

  it('is not offered where it may not be done', async () => {
    const { view } = await mountWith(UndoMatch, { receipt: { ...receipt, may: [] } })
    expect(view.findAll('button')).toHaveLength(0)
  })
})
