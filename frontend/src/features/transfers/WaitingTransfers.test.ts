import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { transfer } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import WaitingTransfers from './WaitingTransfers.vue'

type View = Awaited<ReturnType<typeof mountWith>>['view']
const signed = { ...transfer, status: 'APPROVED' }
const listed = (items: unknown[]) => http.get('*/api/v1/transfers', () => HttpResponse.json({ items, next: null }))
const button = (view: View, word: string) => view.findAll('button').find((b) => b.text() === word)
async function desk() {
  server.use(listed([signed]))
  const { view } = await mountWith(WaitingTransfers, { status: 'APPROVED' }, { me: { roles: ['triage'] } })
  await eventually(() => expect(button(view, '办理移转')).toBeDefined())
  return view
}

describe('the transfers that the triage desk carries out', () => {
  it('stay with the reason where another was quicker, until it has been read', async () => {
    const view = await desk()
    server.use(
      listed([]),
      http.post('*/api/v1/transfers/:id/carrying-out', () =>
        HttpResponse.json(
          { title: '转办已经结束', status: 409, code: 'transfer-ended', clause: '一(一)', errors: [] },
          { status: 409 },
        ),
      ),
    )
    await button(view, '办理移转')!.trigger('click')
    await eventually(() => expect(view.find('[role=alert]').text()).toContain('转办已经结束'))
    await flushPromises()
    expect(view.find('[role=alert]').text()).toContain('一(一)')
    expect(view.text()).toContain(signed.caseNumber)
    expect(button(view, '办理移转')).toBeUndefined()
    await button(view, '知道了')!.trigger('click')
    await eventually(() => expect(view.text()).not.toContain(signed.caseNumber))
  })

  it('leave once they are carried out', async () => {
    const view = await desk()
    server.use(
      listed([]),
      http.post('*/api/v1/transfers/:id/carrying-out', () => HttpResponse.json({ ...signed, status: 'CARRIED_OUT' })),
    )
    await button(view, '办理移转')!.trigger('click')
    await eventually(() => expect(view.text()).not.toContain(signed.caseNumber))
  })
})
