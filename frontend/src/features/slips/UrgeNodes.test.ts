import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { nodes, slip } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import UrgeNodes from './UrgeNodes.vue'

const late = nodes.filter((n) => n.state === 'OVERDUE').slice(0, 3)
const done = { ...late[0]!, id: 'n-done', state: 'DONE_LATE', doneOn: '2022-10-31' }
const desk = { roles: ['node-control'] }
const dialog = () => document.querySelector('.el-dialog')!

describe('urging', () => {
  it('is offered to node control only, and on open nodes only', async () => {
    expect((await mountWith(UrgeNodes, { nodes: late.slice(0, 1) }, { me: desk })).view.text()).toBe('催办')
    expect((await mountWith(UrgeNodes, { nodes: [done] }, { me: desk })).view.text()).toBe('')
    expect((await mountWith(UrgeNodes, { nodes: late }, { me: { roles: ['director'] } })).view.text()).toBe('')
  })

  it('sends every chosen open node with the reason and a working day', async () => {
    let sent: { nodeIds: string[]; reason: string; answerDue: string } | undefined
    server.use(
      http.post('*/api/v1/supervision-slips', async ({ request }) => {
        sent = (await request.json()) as typeof sent
        return HttpResponse.json({ issued: [slip], skipped: [] }, { status: 201 })
      }),
    )
    const { view } = await mountWith(UrgeNodes, { nodes: [...late, done], many: true }, { me: desk })
    expect(view.find('button').text()).toBe(`催办所选（${late.length}）`)
    await view.find('button').trigger('click')
    await flushPromises()
    const reason = dialog().querySelector('textarea')!
    reason.value = '首次约谈超期'
    reason.dispatchEvent(new Event('input'))
    dialog().querySelector('form')!.dispatchEvent(new Event('submit'))
    await eventually(() =>
      expect(sent).toEqual({
        nodeIds: late.map((n) => n.id),
        reason: '首次约谈超期',
        // Three days after Tuesday, 1 November 2022.
        answerDue: '2022-11-04',
      }),
    )
  })
})
