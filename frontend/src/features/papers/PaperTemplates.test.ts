import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import PaperTemplates from './PaperTemplates.vue'

const TEXT = '# 执行通知书\n- {受文人}：\n[印章]'
const versions = [
  { version: 2, text: TEXT, by: '姜某', reason: '统一格式', at: '2022-11-01T01:00:00Z' },
  { version: 1, text: '# 旧', by: null, reason: null, at: '2022-01-01T01:00:00Z' },
]
const asked: string[] = []

beforeEach(() => {
  asked.length = 0
  URL.createObjectURL = vi.fn(() => 'blob:trial')
  URL.revokeObjectURL = vi.fn()
  server.use(
    http.get('*/api/v1/paper-kinds', () =>
      HttpResponse.json([
        { code: 'ENFORCEMENT_NOTICE', zh: '执行通知书', en: 'Notice' },
        { code: 'CLOSING_NOTICE', zh: '结案通知书', en: 'Closing notice' },
      ]),
    ),
    http.get('*/api/v1/paper-kinds/variables', () =>
      HttpResponse.json([
        { code: 'ADDRESSEE', word: '受文人', source: 'CASE' },
        { code: 'DUTY', word: '履行内容', source: 'ASKED' },
      ]),
    ),
    http.get('*/api/v1/paper-kinds/:kind/templates', ({ params }) => {
      asked.push(String(params.kind))
      return HttpResponse.json(versions)
    }),
  )
})

const mounted = async (roles: string[], at = '/today') => {
  const { view } = await mountWith(PaperTemplates, {}, { me: { roles }, at })
  await eventually(() => expect(view.get('textarea').element.value).toBe(TEXT))
  return view
}
const button = (view: Awaited<ReturnType<typeof mounted>>, word: string) =>
  view.findAll('button').find((b) => b.text() === word)!

describe('the templates of papers', () => {
  it('are read by whoever may not change them: no field to try them, no button to publish', async () => {
    const view = await mounted(['president'], '/today?kind=CLOSING_NOTICE')
    expect(asked).toEqual(['CLOSING_NOTICE'])
    expect(view.text()).toContain('第 2 版，姜某发布：统一格式')
    expect(view.get('textarea').attributes('readonly')).toBeDefined()
    expect(view.findAll('button').filter((b) => ['预览', '发布新版'].includes(b.text()))).toEqual([])
    expect(view.text()).not.toContain('可用变量')
  })

  it('are tried on a real case as they stand in the form, and the preview is there to take', async () => {
    let sent: unknown
    server.use(
      http.post('*/api/v1/paper-kinds/ENFORCEMENT_NOTICE/preview', async ({ request }) => {
        sent = await request.json()
        return new HttpResponse('%PDF-', { headers: { 'Content-Type': 'application/pdf' } })
      }),
    )
    const view = await mounted(['admin'])
    await eventually(() => expect(view.text()).toContain('{履行内容} 拟制时填写'))
    expect(button(view, '预览').attributes('disabled')).toBeDefined()
    expect(button(view, '发布新版').attributes('disabled')).toBeDefined()
    await view.get('textarea').setValue(`${TEXT}\n完`)
    await view.get('input[aria-label^="案号"]').setValue(' (2022)豫0505执1号 ')
    await view.get('form').trigger('submit')
    await eventually(() => expect(sent).toEqual({ text: `${TEXT}\n完`, caseNumber: '(2022)豫0505执1号' }))
    await eventually(() =>
      expect(view.get('a[download]').attributes()).toMatchObject({ href: 'blob:trial', download: '执行通知书.pdf' }),
    )
    expect(button(view, '发布新版').attributes('disabled')).toBeUndefined()
    // Shown at once, and gone with the first letter that was not tried.
    const dialogs = () => [...document.querySelectorAll('[role=dialog]')].map((d) => d.textContent)
    await eventually(() => expect(dialogs().join()).toContain('预览：执行通知书'))
    await view.get('textarea').setValue(`${TEXT}\n毕`)
    expect(view.find('a[download]').exists()).toBe(false)
  })

  it('of another kind were not tried with this one', async () => {
    server.use(
      http.post(
        '*/api/v1/paper-kinds/ENFORCEMENT_NOTICE/preview',
        () => new HttpResponse('%PDF-', { headers: { 'Content-Type': 'application/pdf' } }),
      ),
    )
    const view = await mounted(['admin'])
    await view.get('input[aria-label^="案号"]').setValue('(2022)豫0505执1号')
    await view.get('form').trigger('submit')
    await eventually(() => expect(view.find('a[download]').exists()).toBe(true))
    await view.get('select').setValue('CLOSING_NOTICE')
    await eventually(() => expect(asked).toContain('CLOSING_NOTICE'))
    await eventually(() => expect(view.get('textarea').element.value).toBe(TEXT))
    expect(view.find('a[download]').exists()).toBe(false)
  })

  it('keep what was typed when somebody else publishes, and go under the version that was read', async () => {
    let sent: unknown
    server.use(
      http.post(
        '*/api/v1/paper-kinds/ENFORCEMENT_NOTICE/preview',
        () => new HttpResponse('%PDF-', { headers: { 'Content-Type': 'application/pdf' } }),
      ),
      http.post('*/api/v1/paper-kinds/ENFORCEMENT_NOTICE/templates', ({ request }) => {
        sent = request.headers.get('If-Match')
        return HttpResponse.json(versions)
      }),
    )
    const view = await mounted(['admin'])
    await view.get('textarea').setValue('# 我的')
    await view.get('input[aria-label^="案号"]').setValue('(2022)豫0505执1号')
    server.use(
      http.get('*/api/v1/paper-kinds/:kind/templates', () =>
        HttpResponse.json([{ ...versions[0], version: 3, text: '# 他人的', reason: '另一处' }, ...versions]),
      ),
    )
    // Trying asks for everything anew.
    await view.get('form').trigger('submit')
    await eventually(() => expect(view.text()).toContain('第 3 版，姜某发布：另一处'))
    expect(view.get('textarea').element.value).toBe('# 我的')
    await button(view, '发布新版').trigger('click')
    const form = () => [...document.querySelectorAll<HTMLElement>('[role=dialog] form')].at(-1)!
    await eventually(() => expect(form().textContent).toContain('已定稿的文书不变'))
    const why = form().querySelector('textarea')!
    why.value = '统一格式'
    why.dispatchEvent(new Event('input'))
    form().dispatchEvent(new Event('submit', { cancelable: true }))
    await eventually(() => expect(sent).toBe('"2"'))
  })

  it('name each fault by its line and stay as they were typed', async () => {
    server.use(
      http.post('*/api/v1/paper-kinds/ENFORCEMENT_NOTICE/preview', () =>
        HttpResponse.json(
          {
            title: '填写有误',
            status: 400,
            code: 'invalid',
            errors: [{ field: 'text', message: '第 2 行：没有名为“被执行”的变量' }],
          },
          { status: 400 },
        ),
      ),
    )
    const view = await mounted(['admin'])
    await view.get('textarea').setValue('# 甲\n{被执行}')
    await view.get('input[aria-label^="案号"]').setValue('(2022)豫0505执1号')
    await view.get('form').trigger('submit')
    await eventually(() => expect(view.get('[role=alert]').text()).toBe('第 2 行：没有名为“被执行”的变量'))
    expect(view.get('textarea').element.value).toBe('# 甲\n{被执行}')
  })

  it('are published with a reason, under the version that was seen', async () => {
    let sent: unknown
    server.use(
      http.post('*/api/v1/paper-kinds/ENFORCEMENT_NOTICE/templates', async ({ request }) => {
        sent = [await request.json(), request.headers.get('If-Match')]
        return HttpResponse.json(versions)
      }),
    )
    const view = await mounted(['admin'])
    await view.get('textarea').setValue('# 新版')
    await button(view, '发布新版').trigger('click')
    const dialog = () => document.querySelector<HTMLElement>('[role=dialog]')!
    await eventually(() => expect(dialog().textContent).toContain('已定稿的文书不变'))
    const why = dialog().querySelector('textarea')!
    why.value = '统一格式'
    why.dispatchEvent(new Event('input'))
    dialog()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }))
    await eventually(() => expect(sent).toEqual([{ text: '# 新版', reason: '统一格式' }, '"2"']))
  })
})
