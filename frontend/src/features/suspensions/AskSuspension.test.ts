import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { SuspensionAsk } from '@/api/types'
import { cases, detail, suspension } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import AskSuspension from './AskSuspension.vue'

const file = detail(cases[0]!)
const dialog = () => document.querySelector('.el-dialog')!
const choose = (reason: string) => {
  const select = dialog().querySelector('select')!
  select.value = reason
  select.dispatchEvent(new Event('change'))
}
const send = () => dialog().querySelector('form')!.dispatchEvent(new Event('submit'))
async function opened() {
  const { view } = await mountWith(AskSuspension, { file })
  await view.find('button').trigger('click')
  await flushPromises()
}

describe('asking for a suspension', () => {
  it('is offered to those whom the server lets ask', async () => {
    expect((await mountWith(AskSuspension, { file })).view.text()).toContain('申请中止或延缓')
    expect((await mountWith(AskSuspension, { file: { ...file, allowed: [] } })).view.text()).toBe('')
  })

  it('lists the statutory reasons under their clauses', async () => {
    await opened()
    const groups = [...dialog().querySelectorAll('optgroup')].map((g) => [g.label, g.children.length])
    expect(groups).toEqual([
      ['中止计算期限（法发〔2006〕35号第13条）', 5],
      ['延缓发放案款（法发〔2017〕6号第10条）', 5],
    ])
  })

  it('shows beforehand what it would do, and sends no end where none is known', async () => {
    const previewed: SuspensionAsk[] = []
    let sent: SuspensionAsk | undefined
    server.use(
      http.post('*/api/v1/cases/:id/suspensions/preview', async ({ request }) => {
        previewed.push((await request.json()) as SuspensionAsk)
        return HttpResponse.json({ nodes: [{ ...suspension.nodes[0]!, after: null }] })
      }),
      http.post('*/api/v1/cases/:id/suspensions', async ({ request }) => {
        sent = (await request.json()) as SuspensionAsk
        return HttpResponse.json(suspension, { status: 201 })
      }),
    )
    await opened()
    choose('COURT_DISPUTE')
    await flushPromises()
    expect(previewed).toEqual([])
    dialog().querySelector<HTMLInputElement>('input[type=checkbox]')!.click()
    await eventually(() => expect(dialog().textContent).toContain('2022-12-09'))
    expect(dialog().textContent).toContain('暂停计算，恢复日未定')
    expect(previewed).toEqual([{ reason: 'COURT_DISPUTE', from: '2022-11-01', note: '' }])
    send()
    await eventually(() => expect(sent).toEqual({ reason: 'COURT_DISPUTE', from: '2022-11-01', note: '' }))
  })

  it('asks for what is missing, and puts what the server finds wrong at its field', async () => {
    server.use(
      http.post('*/api/v1/cases/:id/suspensions/preview', () =>
        HttpResponse.json(
          { title: '有误', status: 400, errors: [{ field: 'from', message: '中止不应早于立案日期' }] },
          { status: 400 },
        ),
      ),
    )
    await opened()
    send()
    await eventually(() => expect(dialog().textContent).toContain('此项必填'))
    await eventually(() => expect(dialog().textContent).toContain('勾选“恢复日未定”'))
    choose('STAY')
    await flushPromises()
    dialog().querySelector<HTMLInputElement>('input[type=checkbox]')!.click()
    await eventually(() =>
      expect([...dialog().querySelectorAll('.el-form-item__error')].map((e) => e.textContent)).toContain(
        '中止不应早于立案日期',
      ),
    )
    expect(dialog().querySelector('.problem')).toBeNull()
  })
})
