import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Paper } from '@/api/types'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ReturnPaper from './ReturnPaper.vue'

const paper = {
  id: 'w-1',
  caseId: 'c-1',
  kind: 'DISHONESTY_DECISION',
  number: '执失〔2022〕1号',
  draftedBy: '严某某',
  acts: ['RETURN'],
  version: 3,
} as unknown as Paper
const kinds = http.get('*/api/v1/paper-kinds', () =>
  HttpResponse.json([{ code: 'DISHONESTY_DECISION', zh: '失信决定书', en: 'Listing decision' }]),
)
const dialog = () => document.querySelector<HTMLElement>('[role=dialog]')!
async function asked() {
  const { view } = await mountWith(ReturnPaper, { paper })
  await view.get('button').trigger('click')
  await eventually(() => expect(dialog().textContent).toContain('退回失信决定书 执失〔2022〕1号'))
  return view
}
const send = () =>
  dialog()
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { cancelable: true }))
function say(why: string) {
  const text = dialog().querySelector('textarea')!
  text.value = why
  text.dispatchEvent(new Event('input'))
}

describe('a paper that waits for a signature', () => {
  it('goes back to its drafter, who is named, with a reason and not without', async () => {
    const sent: unknown[] = []
    server.use(
      kinds,
      http.post('*/api/v1/papers/w-1/revision', async ({ request }) => {
        sent.push([await request.json(), request.headers.get('If-Match')])
        return HttpResponse.json({ ...paper, status: 'DRAFT' })
      }),
    )
    await asked()
    expect(dialog().textContent).toContain('告知严某某')
    send()
    await eventually(() => expect(dialog().textContent).toContain('此项必填'))
    expect(sent).toEqual([])
    say('情形选择有误')
    send()
    await eventually(() => expect(sent).toEqual([[{ reason: '情形选择有误' }, '"3"']]))
  })

  it('stays before whoever was too late until they have read why', async () => {
    server.use(
      kinds,
      http.post('*/api/v1/papers/w-1/revision', () =>
        HttpResponse.json(
          { title: '文书当前状态不能这样办理', status: 409, code: 'paper-state', errors: [] },
          { status: 409 },
        ),
      ),
    )
    await asked()
    say('情形选择有误')
    send()
    await eventually(() => expect(dialog().textContent).toContain('文书当前状态不能这样办理'))
  })

  it('is not sent back by whoever is not asked for it', async () => {
    server.use(kinds)
    const { view } = await mountWith(ReturnPaper, { paper: { ...paper, acts: ['REVISE'] } })
    expect(view.findAll('button')).toHaveLength(0)
  })
})
