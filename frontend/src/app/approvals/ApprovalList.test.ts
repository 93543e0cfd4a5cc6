import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { suspension } from '../../../mocks/data'
import { disbursement } from '../../../mocks/funds'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ApprovalList from './ApprovalList.vue'

const rows = (view: Awaited<ReturnType<typeof mountWith>>['view']) => view.findAll('li[aria-label]')
const list = (roles: string[], props = {}) => mountWith(ApprovalList, props, { me: { roles } })
const taken = () =>
  http.post('*/api/v1/suspensions/:id/approval', () =>
    HttpResponse.json(
      { title: '该申请已经处理', status: 409, code: 'suspension-decided', errors: [] },
      { status: 409 },
    ),
  )
const gone = () => http.get('*/api/v1/suspensions', () => HttpResponse.json({ items: [], next: null }))

describe('the approvals', () => {
  it('are one list of all kinds, what has waited longest first', async () => {
    const { view } = await list(['president'])
    await eventually(() => expect(rows(view)).toHaveLength(3))
    expect(rows(view).map((r) => r.attributes('aria-label')?.slice(-4))).toEqual(['延长期限', '申请移转', '止或延缓'])
    await eventually(() => expect(rows(view)[0]!.text()).toContain('执行标的额'))
  })

  it('show a director what a director decides', async () => {
    const { view } = await list(['director'])
    await eventually(() => expect(rows(view)).toHaveLength(1))
    expect(rows(view)[0]!.text()).toContain('公告送达')
  })

  it('show a judge the money of the cases at hand, and nothing else', async () => {
    server.use(
      http.get('*/api/v1/disbursements', ({ request }) =>
        HttpResponse.json({ items: request.url.includes('waiting=true') ? [disbursement] : [], next: null }),
      ),
    )
    const { view } = await list(['judge'])
    await eventually(() => expect(rows(view)).toHaveLength(1))
    expect(rows(view)[0]!.text()).toContain('同意发放 ¥100,000.00')
  })

  it('leave out what this person may not decide', async () => {
    server.use(
      http.get('*/api/v1/suspensions', () =>
        HttpResponse.json({ items: [{ ...suspension, allowed: [] }], next: null }),
      ),
    )
    const { view } = await list(['director'])
    await eventually(() => expect(view.text()).toContain('没有等待您决定的事项'))
  })

  it('show a judge what was referred, decided with a reason either way', async () => {
    let sent: unknown
    const referral = {
      id: 'r-1',
      caseId: 'c-1',
      caseNumber: '(2022)豫0505执1号',
      matter: '变更被执行人',
      detail: '被执行人已注销',
      status: 'OPEN',
      askedBy: { id: 'p-2', name: '赵某' },
      askedOn: '2022-11-01',
      judge: { id: 'p-1', name: '王某' },
      nodeId: null,
      endedBy: null,
      endedOn: null,
      endReason: null,
      allowed: ['APPROVE', 'REFUSE'],
      version: 1,
    }
    server.use(
      http.get('*/api/v1/disbursements', () => HttpResponse.json({ items: [], next: null })),
      http.get('*/api/v1/referrals', () => HttpResponse.json({ items: [referral], next: null })),
      http.post('*/api/v1/referrals/:id/decision', async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json({})
      }),
    )
    const { view } = await list(['judge'])
    await eventually(() => expect(rows(view)).toHaveLength(1))
    expect(rows(view)[0]!.text()).toContain('待法官王某决定')
    await rows(view)[0]!.find('[data-act=approve]').trigger('click')
    await eventually(() => expect(document.querySelector('.el-dialog textarea')).not.toBeNull())
    const reason = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    reason.value = '符合法定情形'
    reason.dispatchEvent(new Event('input'))
    await flushPromises()
    document.querySelector('.el-dialog form')!.dispatchEvent(new Event('submit'))
    await eventually(() => expect(sent).toEqual({ approved: true, reason: '符合法定情形' }))
  })

  it('say in place that somebody else was quicker, until that has been read', async () => {
    server.use(taken())
    const { view } = await list(['director'])
    await eventually(() => expect(rows(view)).toHaveLength(1))
    server.use(gone())
    await rows(view)[0]!.find('[data-act=approve]').trigger('click')
    await eventually(() => expect(view.find('[role=alert]').text()).toContain('该申请已经处理'))
    await flushPromises()
    expect(rows(view)).toHaveLength(1)
    expect(view.find('[data-act=approve]').exists()).toBe(false)
    await view
      .findAll('button')
      .find((b) => b.text() === '知道了')!
      .trigger('click')
    await eventually(() => expect(view.text()).toContain('没有等待您决定的事项'))
  })

  it('say so of a transfer too', async () => {
    server.use(
      http.get('*/api/v1/suspensions', () => HttpResponse.json({ items: [], next: null })),
      http.get('*/api/v1/extensions', () => HttpResponse.json({ items: [], next: null })),
      http.post('*/api/v1/transfers/:id/approval', () =>
        HttpResponse.json(
          { title: '没有待签批的转办', status: 409, code: 'transfer-not-asked', clause: '一(一)', errors: [] },
          { status: 409 },
        ),
      ),
    )
    const { view } = await list(['president'])
    await eventually(() => expect(rows(view)).toHaveLength(1))
    server.use(http.get('*/api/v1/transfers', () => HttpResponse.json({ items: [], next: null })))
    await rows(view)[0]!.find('[data-act=approve]').trigger('click')
    await eventually(() => expect(view.find('[role=alert]').text()).toContain('没有待签批的转办'))
    await flushPromises()
    expect(rows(view)).toHaveLength(1)
    expect(view.find('[role=alert]').text()).toContain('一(一)')
  })

  it('are decided by keys: down, approve, and on to the next', async () => {
    const approved: string[] = []
    server.use(
      http.post('*/api/v1/extensions/:id/approval', () => {
        approved.push('extension')
        return HttpResponse.json({})
      }),
      http.post('*/api/v1/transfers/:id/approval', () => {
        approved.push('transfer')
        return HttpResponse.json({})
      }),
    )
    const { view } = await list(['president'])
    await eventually(() => expect(rows(view)).toHaveLength(3))
    const first = rows(view)[0]!.element as HTMLElement
    first.focus()
    first.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
    expect(document.activeElement).toBe(rows(view)[1]!.element)
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
    await eventually(() => expect(approved).toEqual(['transfer']))
    // A letter pressed on a button inside is not meant for the list.
    rows(view)[0]!
      .find('button')
      .element.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
    await flushPromises()
    expect(approved).toEqual(['transfer'])
  })

  it('are refused with a reason, never without', async () => {
    let why: unknown
    server.use(
      http.post('*/api/v1/suspensions/:id/refusal', async ({ request }) => {
        why = await request.json()
        return HttpResponse.json({})
      }),
    )
    const { view } = await list(['director'])
    await eventually(() => expect(rows(view)).toHaveLength(1))
    const row = rows(view)[0]!.element as HTMLElement
    row.focus()
    row.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }))
    await eventually(() => expect(document.querySelector('.el-dialog textarea')).not.toBeNull())
    const send = () => document.querySelector('.el-dialog form')!.dispatchEvent(new Event('submit'))
    send()
    await eventually(() => expect(document.querySelector('.el-dialog')!.textContent).toContain('此项必填'))
    expect(why).toBeUndefined()
    const reason = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    reason.value = '材料不足'
    reason.dispatchEvent(new Event('input'))
    await flushPromises()
    send()
    await eventually(() => expect(why).toEqual({ reason: '材料不足' }))
  })

  it('say how it went when several were decided at once and nothing is left', async () => {
    server.use(http.post('*/api/v1/suspensions/:id/approval', () => HttpResponse.json({})))
    const { view } = await list(['director'])
    await eventually(() => expect(rows(view)).toHaveLength(1))
    await rows(view)[0]!.find('input[type=checkbox]').setValue(true)
    await view
      .findAll('button')
      .find((b) => b.text() === '一并同意')!
      .trigger('click')
    await eventually(() => expect(document.querySelector('.el-dialog form')).not.toBeNull())
    server.use(gone())
    document.querySelector('.el-dialog form')!.dispatchEvent(new Event('submit'))
    await eventually(() => expect(view.text()).toContain('没有等待您决定的事项'))
    expect(document.querySelector('.el-dialog')!.textContent).toContain('共 1 项，已决定 1 项')
  })

  it('are still chosen after the login that money asked for, and nothing was decided before it', async () => {
    const decided: string[] = []
    const money = { ...disbursement, allowed: ['APPROVE' as const, 'REFUSE' as const] }
    server.use(
      http.get('*/api/v1/disbursements', () => HttpResponse.json({ items: [money], next: null })),
      http.post('*/api/v1/suspensions/:id/approval', () => {
        decided.push('suspension')
        return HttpResponse.json({})
      }),
      http.post('*/api/v1/disbursements/:id/approval', () =>
        HttpResponse.json({ title: '请重新验证身份', status: 403, code: 'step-up', errors: [] }, { status: 403 }),
      ),
    )
    const { view } = await list(['director'])
    await eventually(() => expect(rows(view)).toHaveLength(2))
    for (const row of rows(view)) await row.find('input[type=checkbox]').setValue(true)
    await view
      .findAll('button')
      .find((b) => b.text() === '一并同意')!
      .trigger('click')
    await eventually(() => expect(document.querySelector('.el-dialog form')).not.toBeNull())
    document.querySelector('.el-dialog form')!.dispatchEvent(new Event('submit'))
    await eventually(() => expect(document.querySelector('.el-dialog a.again')).not.toBeNull())
    expect(document.querySelector('.el-dialog')!.textContent).toContain('请重新验证身份')
    expect(decided).toEqual([])
    const way = document.querySelector<HTMLAnchorElement>('.el-dialog a.again')!
    way.addEventListener('click', (event) => event.preventDefault())
    way.click()
    const back = await list(['director'])
    await eventually(() => expect(back.view.text()).toContain('已选 2 项'))
    // Once only: who comes by another way begins anew.
    const anew = await list(['director'])
    await eventually(() => expect(rows(anew.view)).toHaveLength(2))
    expect(anew.view.text()).not.toContain('已选')
  })

  it('say when the server has more than it gives at once', async () => {
    server.use(http.get('*/api/v1/suspensions', () => HttpResponse.json({ items: [suspension], next: 'more' })))
    const { view } = await list(['director'])
    await eventually(() => expect(view.text()).toContain('每类只列最近的 200 项'))
  })

  it('on a page of many things are the first few and a way to the rest', async () => {
    const { view } = await list(['president'], { first: 2 })
    await eventually(() => expect(view.text()).toContain('全部待审批（3）'))
    expect(rows(view)).toHaveLength(2)
  })
})
