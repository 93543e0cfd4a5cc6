import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { CourtNode } from '@/api/types'
import { extension, nodes } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import AskExtension from './AskExtension.vue'
import NodeExtension from './NodeExtension.vue'

const closing = {
  ...nodes.find((n) => n.code === 'CLOSE_FAST')!,
  id: 'n-1',
  extensionLastDay: '2022-12-04',
  allowed: ['ASK_EXTENSION'] as CourtNode['allowed'],
}
const dialog = () => document.querySelector('.el-dialog')!

describe('an extension', () => {
  it('is asked with days and reason, and a refusal says its clause in place', async () => {
    let sent: unknown
    server.use(
      http.post('*/api/v1/nodes/n-1/extensions', async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json(
          {
            title: '已过申请延长的期限',
            status: 422,
            code: 'extension-too-late',
            clause: '法发〔2006〕35号第1条',
            errors: [],
          },
          { status: 422 },
        )
      }),
    )
    const { view } = await mountWith(AskExtension, { node: { ...closing, caseId: 'c-0' } })
    await view.find('button').trigger('click')
    await flushPromises()
    expect(dialog().textContent).toContain('最后可申请日：2022-12-04 周日')
    const send = () => dialog().querySelector('form')!.dispatchEvent(new Event('submit'))
    send()
    await eventually(() => expect(dialog().textContent).toContain('此项必填'))
    expect(sent).toBeUndefined()
    const reason = dialog().querySelector('textarea')!
    reason.value = '评估报告尚未作出'
    reason.dispatchEvent(new Event('input'))
    send()
    await eventually(() =>
      expect(dialog().querySelector('[role=alert]')?.textContent).toContain('法发〔2006〕35号第1条'),
    )
    expect(sent).toEqual({ days: 30, reason: '评估报告尚未作出' })
  })

  it('is not asked twice, and not by those who may not', async () => {
    const waiting = await mountWith(AskExtension, { node: { ...closing, caseId: 'c-1' } })
    await eventually(() => expect(waiting.view.text()).toBe('延期待审批'))
    expect((await mountWith(AskExtension, { node: { ...closing, allowed: [] } })).view.text()).toBe('')
  })

  it('stands beside the count: what was granted, what waits, until when', async () => {
    server.use(
      http.get('*/api/v1/cases/c-1/extensions', () =>
        HttpResponse.json([
          { ...extension, status: 'APPROVED', decidedBy: { id: 'p', name: '周某某' }, decidedOn: '2022-11-01' },
        ]),
      ),
    )
    const { view } = await mountWith(NodeExtension, { node: { ...closing, caseId: 'c-1' } })
    await eventually(() =>
      expect(view.text()).toContain('延长 30 天，周某某 于 2022-11-01 周二 同意，到期日 2023-01-09 周一'),
    )
    const late = await mountWith(NodeExtension, { node: { ...closing, extensionLastDay: '2022-10-30' } })
    expect(late.view.text()).toContain('已过申请延长的最后一天 2022-10-30 周日（法发〔2006〕35号第1条）')
  })
})
