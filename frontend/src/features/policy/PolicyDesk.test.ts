import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import PolicyDesk from './PolicyDesk.vue'

const line = {
  code: 'CLOSE_FAST',
  nameZh: '快执结案',
  nameEn: 'Closing (fast)',
  startEvent: 'CASE_FILED',
  period: 40,
  unit: 'DAY',
  rollOver: 'NEXT',
  beforeEnd: false,
  kinds: [],
  teams: ['FAST'],
  unlessAuctionNeeded: false,
  responsible: 'HANDLERS',
  evidence: null,
  stop: 'CASE_CLOSED',
  clause: '一(一)',
  dueSoonShare: 0.3,
}
const draft = (version: number, period: number) => ({
  kind: 'NODES',
  inHand: version > 0,
  version,
  basedOn: 1,
  document: { policies: [{ ...line, period }], escalation: [{ fromDay: 1, to: ['RESPONSIBLE'] }], seizureTerms: [] },
  note: '',
  editedBy: version > 0 ? { id: 'p-1', name: '王某' } : null,
  editedAt: version > 0 ? '2022-11-01T02:00:00Z' : null,
  changes: period === 40 ? [] : [{ path: 'policies[CLOSE_FAST].period', before: '40', after: String(period) }],
})

async function opened(first = draft(0, 40)) {
  const stored = { now: first }
  server.use(http.get('*/api/v1/policy-drafts/nodes', () => HttpResponse.json(stored.now)))
  const { view } = await mountWith(PolicyDesk, { kind: 'nodes' }, { me: { roles: ['admin'] } })
  await eventually(() => expect(view.find('input[aria-label="快执结案：期限"]').exists()).toBe(true))
  return { view, stored }
}
const button = (view: Awaited<ReturnType<typeof opened>>['view'], name: string) =>
  view.findAll('button').find((b) => b.text() === name)!

describe('the desk of a policy draft', () => {
  it('saves what is typed over the version that was seen, and shows the difference in words', async () => {
    const { view, stored } = await opened()
    let sent: { match: string | null; period?: number } = { match: null }
    server.use(
      http.put('*/api/v1/policy-drafts/nodes', async ({ request }) => {
        const body = (await request.json()) as { document: { policies: { period: number }[] } }
        sent = { match: request.headers.get('If-Match'), period: body.document.policies[0]?.period }
        stored.now = draft(1, 35)
        return HttpResponse.json(stored.now)
      }),
    )
    expect(button(view, '保存草案').attributes('disabled')).toBeDefined()
    await view.find('input[aria-label="快执结案：期限"]').setValue(35)
    await button(view, '保存草案').trigger('click')
    await eventually(() => expect(sent).toEqual({ match: '"0"', period: 35 }))
    await eventually(() => expect(view.text()).toContain('快执结案 · 期限'))
    expect(view.find('del').text()).toBe('40')
    expect(view.find('ins').text()).toBe('35')
  })

  it('puts a fault at its field', async () => {
    const { view } = await opened()
    const errors = [{ field: 'document.policies[0].period', value: '0', message: '应在 1 到 3660 之间。' }]
    server.use(
      http.put('*/api/v1/policy-drafts/nodes', () =>
        HttpResponse.json({ title: '内容有误', status: 400, errors }, { status: 400 }),
      ),
    )
    const field = view.find('input[aria-label="快执结案：期限"]')
    await field.setValue(0)
    await button(view, '保存草案').trigger('click')
    await eventually(() => expect(field.element.parentElement?.textContent).toContain('应在 1 到 3660 之间'))
    expect(field.attributes('aria-invalid')).toBe('true')
  })

  it('keeps what is typed when somebody saved in between, and offers both ways on', async () => {
    const { view, stored } = await opened(draft(1, 38))
    const matches: (string | null)[] = []
    server.use(
      http.put('*/api/v1/policy-drafts/nodes', ({ request }) => {
        matches.push(request.headers.get('If-Match'))
        stored.now = draft(2, 36)
        return HttpResponse.json({ title: 'x', status: 412, current: 2, changed: [] }, { status: 412 })
      }),
    )
    const field = view.find<HTMLInputElement>('input[aria-label="快执结案：期限"]')
    await field.setValue(35)
    await button(view, '保存草案').trigger('click')
    await eventually(() => expect(view.text()).toContain('已被他人保存'))
    await flushPromises()
    expect(field.element.value).toBe('35')
    await button(view, '保留我填写的，再次保存').trigger('click')
    await eventually(() => expect(matches).toEqual(['"1"', '"2"']))
  })
})
