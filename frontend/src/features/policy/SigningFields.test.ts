import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import PolicyDesk from './PolicyDesk.vue'

type Rule = {
  subject: string
  clause: string
  seats: { seat: string; largeOnly: boolean }[]
  inOrder: boolean
  stepUp: boolean
  requires: { fact: string; clause: string }[]
}
const always = (...seats: string[]) => seats.map((seat) => ({ seat, largeOnly: false }))
const rules = (): Rule[] => [
  {
    subject: 'ENFORCEMENT_NOTICE',
    clause: '一(五)',
    seats: always('CASE_EXECUTOR'),
    inOrder: true,
    stepUp: false,
    requires: [],
  },
  {
    subject: 'DISHONESTY_DECISION',
    clause: '一(五)',
    seats: always('CASE_JUDGE', 'DIRECTOR'),
    inOrder: true,
    stepUp: true,
    requires: [{ fact: 'OF_AGE', clause: '法释〔2017〕7号第4条' }],
  },
  {
    subject: 'DISBURSEMENT_APPROVAL',
    clause: '一(五), 二(二)',
    seats: [...always('CASE_EXECUTOR', 'CASE_JUDGE', 'DIRECTOR'), { seat: 'PRESIDENT', largeOnly: true }],
    inOrder: true,
    stepUp: true,
    requires: [],
  },
]
const draft = (version: number, changes: object[] = []) => ({
  kind: 'SIGNING',
  inHand: version > 0,
  version,
  basedOn: 1,
  document: { rules: rules() },
  note: '',
  editedBy: version > 0 ? { id: 'p-1', name: '姜某' } : null,
  editedAt: version > 0 ? '2022-11-01T02:00:00Z' : null,
  changes,
})

beforeEach(() => {
  server.use(
    http.get('*/api/v1/paper-kinds', () =>
      HttpResponse.json([
        { code: 'ENFORCEMENT_NOTICE', zh: '执行通知书', en: 'Enforcement notice' },
        { code: 'DISHONESTY_DECISION', zh: '失信决定书', en: 'Decision of dishonesty' },
        { code: 'DISBURSEMENT_APPROVAL', zh: '案款发放审批表', en: 'Approval of a disbursement' },
      ]),
    ),
  )
})

async function opened(roles: string[], first = draft(0)) {
  const stored = { now: first }
  server.use(http.get('*/api/v1/policy-drafts/signing', () => HttpResponse.json(stored.now)))
  const { view } = await mountWith(PolicyDesk, { kind: 'signing' }, { me: { roles } })
  await eventually(() => expect(view.text()).toContain('失信决定书'))
  return { view, stored }
}
type View = Awaited<ReturnType<typeof opened>>['view']
const row = (view: View, paper: string) => view.findAll('tbody tr').find((tr) => tr.find('td').text() === paper)!
const button = (view: View, name: string) => view.findAll('button').find((b) => b.text() === name)!

describe('the signing rules in draft', () => {
  it('puts who signs in another order, adds and takes out, and sends the whole document', async () => {
    const { view } = await opened(['admin'])
    let sent: Rule[] = []
    server.use(
      http.put('*/api/v1/policy-drafts/signing', async ({ request }) => {
        sent = ((await request.json()) as { document: { rules: Rule[] } }).document.rules
        return HttpResponse.json(draft(1))
      }),
    )
    expect(view.text()).not.toContain('模拟')
    await row(view, '执行通知书').find('select[aria-label="加签署人"]').setValue('CASE_JUDGE')
    await view.get('button[aria-label="执行通知书：上移本案法官"]').trigger('click')
    await view.get('button[aria-label="失信决定书：去掉执行局长"]').trigger('click')
    await row(view, '执行通知书').find('select[aria-label="加条件"]').setValue('QUERY_RESULT')
    await view.get('input[aria-label="执行通知书：查控结果已入卷：依据"]').setValue('一(五)')
    await view.get('input[aria-label="执行通知书：依次签署"]').setValue(false)
    await button(view, '保存草案').trigger('click')
    await eventually(() => expect(sent).toHaveLength(3))
    expect(sent[0]).toEqual({
      subject: 'ENFORCEMENT_NOTICE',
      clause: '一(五)',
      seats: always('CASE_JUDGE', 'CASE_EXECUTOR'),
      inOrder: false,
      stepUp: false,
      requires: [{ fact: 'QUERY_RESULT', clause: '一(五)' }],
    })
    expect(sent[1]?.seats).toEqual(always('CASE_JUDGE'))
    expect(sent[2]?.seats[3]).toEqual({ seat: 'PRESIDENT', largeOnly: true })
  })

  it('offers 仅大额 on the payment alone', async () => {
    const { view } = await opened(['admin'])
    expect(row(view, '案款发放审批表').findAll('input[aria-label$="仅大额"]')).toHaveLength(4)
    expect(row(view, '失信决定书').findAll('input[aria-label$="仅大额"]')).toHaveLength(0)
  })

  it('tells what differs in the words of the court', async () => {
    const { view } = await opened(
      ['admin'],
      draft(1, [
        { path: 'rules[DISHONESTY_DECISION].seats', before: 'CASE_JUDGE, DIRECTOR', after: 'DIRECTOR, CASE_JUDGE' },
        { path: 'rules[DISHONESTY_DECISION].requires[OF_AGE].clause', before: '一(五)', after: '二(二)' },
        { path: 'rules[ENFORCEMENT_NOTICE].stepUp', before: 'false', after: 'true' },
      ]),
    )
    await eventually(() => expect(view.text()).toContain('失信决定书 · 签署人'))
    expect(view.findAll('del').map((x) => x.text())).toEqual(['本案法官、执行局长', '一(五)', '停用'])
    expect(view.text()).toContain('失信决定书 · 已成年 · 依据')
    expect(view.text()).toContain('执行通知书 · 重新登录')
  })

  it('puts each fault at its field', async () => {
    const { view } = await opened(['admin'])
    const errors = [
      { field: 'document.rules[1].stepUp', value: 'false', message: '重新登录的要求不能取消。' },
      { field: 'document.rules[2].seats', value: 'DIRECTOR', message: '不能没有执行局长的签署。' },
      { field: 'document.rules[1].requires[0].clause', value: '', message: '请填写条款。' },
    ]
    server.use(
      http.put('*/api/v1/policy-drafts/signing', () =>
        HttpResponse.json({ title: '内容有误', status: 400, errors }, { status: 400 }),
      ),
    )
    await view.get('input[aria-label="失信决定书：重新登录"]').setValue(false)
    await button(view, '保存草案').trigger('click')
    await eventually(() => expect(row(view, '失信决定书').text()).toContain('重新登录的要求不能取消'))
    expect(row(view, '失信决定书').text()).toContain('请填写条款')
    expect(row(view, '案款发放审批表').text()).toContain('不能没有执行局长的签署')
    expect(view.get('input[aria-label="失信决定书：重新登录"]').attributes('aria-invalid')).toBe('true')
  })

  it('lets whoever may not change them read them', async () => {
    const { view } = await opened(['auditor'])
    expect(view.find('fieldset').attributes('disabled')).toBeDefined()
    expect(view.find('button[aria-label="失信决定书：去掉执行局长"]').exists()).toBe(false)
    expect(button(view, '保存草案')).toBeUndefined()
  })
})
