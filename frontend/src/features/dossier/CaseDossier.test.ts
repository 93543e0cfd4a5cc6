import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { cases, detail } from '../../../mocks/data'
import { dossier } from '../../../mocks/dossier'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import CaseDossier from './CaseDossier.vue'

const file = detail(cases[0]!)

describe('the volume of a case', () => {
  it('shows what the chosen way of closing wants', async () => {
    const { view } = await mountWith(CaseDossier, { file })
    await eventually(() => expect(view.text()).toContain('还缺 1 类材料'))
    const other = await mountWith(CaseDossier, { file }, { at: '/cases/x?manner=WITHDRAWN' })
    await eventually(() => expect(other.view.text()).toContain('材料齐全'))
  })

  it('shows pictures small, beside their titles, and nothing in place of other files', async () => {
    const { view } = await mountWith(CaseDossier, { file })
    await eventually(() => expect(view.text()).toContain('申请执行书'))
    expect(view.find('td.lead img').exists()).toBe(false)
    const photo = { ...dossier.items.items[0]!, mediaType: 'image/jpeg' }
    server.use(
      http.get('*/api/v1/cases/:id/dossier', () =>
        HttpResponse.json({ ...dossier, items: { items: [photo], next: null } }),
      ),
    )
    const other = await mountWith(CaseDossier, { file })
    await eventually(() => expect(other.view.find('td.lead img').exists()).toBe(true))
    expect(other.view.get('td.lead img').attributes('src')).toBe(`/api/v1/files/${photo.fileId}/thumbnail?size=160`)
  })

  it('offers nothing to change to who may only look', async () => {
    const { view } = await mountWith(CaseDossier, { file }, { me: { roles: ['auditor'] } })
    await eventually(() => expect(view.text()).toContain('申请执行书'))
    expect(view.find('input[type=file]').exists()).toBe(false)
    expect(view.text()).not.toContain('移除')
  })

  it('of a closed case takes what its way of closing wants, and in the archive nothing', async () => {
    const closure = { manner: 'COMPLETED' as const, closedOn: '2022-10-31', reason: null }
    const closed = { ...file, status: 'CLOSED' as const, closure }
    const me = { me: { roles: ['executor' as const] } }
    const { view } = await mountWith(CaseDossier, { file: closed }, me)
    await eventually(() => expect(view.text()).toContain('只补入所缺类别的材料'))
    const into = view.find<HTMLSelectElement>('.way-in select')
    expect(into.findAll('option').map((o) => o.text())).toEqual(['裁定书'])
    expect(into.element.value).toBe('RULING')
    expect(view.text()).not.toContain('移除')
    const other = await mountWith(
      CaseDossier,
      { file: { ...closed, closure: { ...closure, manner: 'WITHDRAWN' } } },
      me,
    )
    await eventually(() => expect(other.view.text()).toContain('材料已齐'))
    expect(other.view.find('input[type=file]').exists()).toBe(false)
    const archiving = { on: '2022-11-01', by: { id: 'p-14', name: '魏某' } }
    const shut = await mountWith(CaseDossier, { file: { ...closed, archiving } }, me)
    await eventually(() => expect(shut.view.text()).toContain('卷宗已归档'))
    expect(shut.view.find('input[type=file]').exists()).toBe(false)
  })

  it('removes with the version seen and the reason, and says so', async () => {
    let asked: unknown
    server.use(
      http.post('*/api/v1/dossier-items/:id/removal', async ({ request }) => {
        asked = [request.headers.get('If-Match'), await request.json()]
        return HttpResponse.json({ reopenedNode: file.nodes[0]!.id })
      }),
    )
    const open = { ...file, status: 'OPEN' as const }
    const { view } = await mountWith(CaseDossier, { file: open }, { me: { roles: ['executor'] } })
    await eventually(() => expect(view.text()).toContain('移除'))
    await view
      .findAll('button')
      .find((b) => b.text() === '移除')!
      .trigger('click')
    await flushPromises()
    const form = document.querySelector('.el-dialog form')!
    const field = form.querySelector('textarea')!
    field.value = '扫描不清'
    field.dispatchEvent(new Event('input'))
    form.dispatchEvent(new Event('submit'))
    await eventually(() => expect(asked).toEqual(['"2"', { reason: '扫描不清' }]))
    await eventually(() => expect(view.text()).toContain('恢复为未完成'))
  })
})
