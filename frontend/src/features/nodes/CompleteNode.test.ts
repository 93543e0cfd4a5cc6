import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { nodes } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import CompleteNode from './CompleteNode.vue'

const node = nodes.find((n) => n.code === 'FIRST_INTERVIEW' && n.state === 'OVERDUE')!
const dialog = () => document.querySelector('.el-dialog')!

async function opened() {
  const { view } = await mountWith(CompleteNode, { node })
  await view.find('button').trigger('click')
  await flushPromises()
  return view
}
function choose(file: File) {
  const input = dialog().querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change'))
}
const submit = () => dialog().querySelector('form')!.dispatchEvent(new Event('submit'))

describe('completing a node', () => {
  it('names the evidence that the node waits for', async () => {
    const view = await opened()
    expect(view.find('button').text()).toContain('上传约谈笔录')
    expect(dialog().textContent).toContain(node.dueOn)
  })

  it('sends the file with the category and the version seen', async () => {
    let sent: { category: unknown; name?: string; match: string | null } | undefined
    server.use(
      http.post('*/api/v1/nodes/:id/completion', async ({ request }) => {
        const form = await request.formData()
        const file = form.get('file') as File
        sent = { category: form.get('category'), name: file.name, match: request.headers.get('If-Match') }
        return HttpResponse.json({ ...node, state: 'DONE_LATE' })
      }),
    )
    await opened()
    choose(new File(['x'], '约谈笔录.pdf', { type: 'application/pdf' }))
    submit()
    await eventually(() =>
      expect(sent).toEqual({ category: 'INTERVIEW_RECORD', name: '约谈笔录.pdf', match: `"${node.version}"` }),
    )
  })

  it('asks for the file before it asks the server', async () => {
    await opened()
    submit()
    await eventually(() => expect(dialog().textContent).toContain('此项必填'))
  })

  it('shows a refusal in place, with clause and remedy', async () => {
    server.use(
      http.post('*/api/v1/nodes/:id/completion', () =>
        HttpResponse.json(
          { title: '材料类别不符', status: 422, code: 'x', clause: '二(四)1', remedy: '请上传约谈笔录' },
          { status: 422 },
        ),
      ),
    )
    await opened()
    choose(new File(['x'], 'a.pdf'))
    submit()
    await eventually(() => {
      const said = dialog().querySelector('[role=alert]')?.textContent ?? ''
      expect(said).toMatch(/材料类别不符[\s\S]*二\(四\)1[\s\S]*请上传约谈笔录/)
    })
  })
})
