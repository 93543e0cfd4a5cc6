import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { cases, detail } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ArchiveMark from './ArchiveMark.vue'
import CaseActs from './CaseActs.vue'

const open = { ...detail(cases[0]!), status: 'OPEN' as const }
const closed = {
  ...open,
  status: 'CLOSED' as const,
  closure: { manner: 'WITHDRAWN' as const, closedOn: '2022-10-31', reason: null },
  allowed: ['ARCHIVE' as const],
}
const archived = { ...closed, allowed: [], archiving: { on: '2022-11-01', by: { id: 'p-14', name: '魏某' } } }
const buttons = async (file: object) =>
  (await mountWith(CaseActs, { file })).view.findAll('button').map((b) => b.text())
const mark = async (file: object) => (await mountWith(ArchiveMark, { file })).view.text()

describe('a closed case', () => {
  it('is taken into the archive where the server allows it, and then never again', async () => {
    expect(await buttons(closed)).toEqual(['归档'])
    expect(await buttons(archived)).toEqual([])
  })

  it('says whether it is in the archive, and since when', async () => {
    expect(await mark(open)).toBe('')
    expect(await mark(closed)).toBe('未归档')
    expect(await mark(archived)).toBe('已归档 2022-11-01 周二')
  })

  it('shows what stands against it, in place', async () => {
    let seen: string | null = ''
    server.use(
      http.post('*/api/v1/cases/:id/archiving', ({ request }) => {
        seen = request.headers.get('If-Match')
        return HttpResponse.json(
          {
            status: 422,
            code: 'case-funds-left',
            title: '案款尚未结清',
            detail: '案款账户余额 100.00 元。',
            clause: '二(二)',
            remedy: '请发放后再办理。',
          },
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        )
      }),
    )
    const { view } = await mountWith(CaseActs, { file: closed })
    await view.find('button').trigger('click')
    await flushPromises()
    const form = document.querySelector('.el-dialog form')!
    form.dispatchEvent(new Event('submit'))
    await eventually(() =>
      expect(document.querySelector('.el-dialog [role=alert]')?.textContent).toContain('余额 100.00 元'),
    )
    expect(seen).toBe(`"${closed.version}"`)
  })
})
