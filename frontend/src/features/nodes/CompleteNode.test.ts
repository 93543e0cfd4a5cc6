import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { nodes } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import CompleteNode from './CompleteNode.vue'

// The protocol itself is the library's; what is ours is what becomes of its end.
vi.mock('tus-js-client', () => ({
  Upload: class {
    url = '/api/v1/uploads/0190c3a0-0000-7000-8000-0000000000aa'
    constructor(
      readonly file: File,
      readonly options: { onSuccess: () => void },
    ) {}
    findPreviousUploads = async () => []
    start() {
      this.options.onSuccess()
    }
    async abort() {}
  },
}))

const UPLOAD = '0190c3a0-0000-7000-8000-0000000000aa'
const node = nodes.find((n) => n.code === 'FIRST_INTERVIEW' && n.state === 'OVERDUE')!
const dialog = () => document.querySelector('.el-dialog')!
const looked = (upload: object) =>
  server.use(http.get('*/api/v1/uploads/:id', () => HttpResponse.json({ id: UPLOAD, state: 'READY', ...upload })))

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
async function chosen(name: string) {
  looked({})
  choose(new File(['x'], name, { type: 'application/pdf' }))
  await eventually(() => expect(dialog().textContent).toContain('已上传，待提交'))
}

describe('completing a node', () => {
  it('names the evidence that the node waits for', async () => {
    const view = await opened()
    expect(view.find('button').text()).toContain('上传约谈笔录')
    expect(dialog().textContent).toContain(node.dueOn)
  })

  it('files the upload as what proves this very node, once however often it is pressed', async () => {
    let sent: unknown
    server.use(
      http.post('*/api/v1/cases/:id/dossier/items', async ({ request, params }) => {
        sent = [params.id, request.headers.get('Idempotency-Key'), await request.json()]
        return HttpResponse.json({ itemId: 'i-1', completedNode: node.id }, { status: 201 })
      }),
    )
    await opened()
    await chosen('约谈笔录.pdf')
    submit()
    const item = {
      uploadId: UPLOAD,
      title: '约谈笔录',
      category: 'INTERVIEW_RECORD',
      nodeId: node.id,
      source: 'UPLOAD',
    }
    await eventually(() => expect(sent).toEqual([node.caseId, UPLOAD, item]))
  })

  it('asks for the file before it asks the server', async () => {
    await opened()
    submit()
    await eventually(() => expect(dialog().textContent).toContain('此项必填'))
  })

  it('says what was wrong with a file that was not taken', async () => {
    looked({ state: 'REFUSED', refusal: { code: 'x', title: '文件中夹带其他内容', detail: '…', remedy: '请重新导出' } })
    await opened()
    choose(new File(['x'], 'a.pdf'))
    await eventually(() => expect(dialog().textContent).toMatch(/文件中夹带其他内容[\s\S]*请重新导出/))
    submit()
    await eventually(() => expect(dialog().textContent).toContain('请等待上传和检查完成'))
  })

  it('shows a refusal in place, with clause and remedy', async () => {
    server.use(
      http.post('*/api/v1/cases/:id/dossier/items', () =>
        HttpResponse.json(
          { title: '材料类别不符', status: 422, code: 'x', clause: '二(四)1', remedy: '请上传约谈笔录' },
          { status: 422 },
        ),
      ),
    )
    await opened()
    await chosen('a.pdf')
    submit()
    await eventually(() => {
      const said = dialog().querySelector('[role=alert]')?.textContent ?? ''
      expect(said).toMatch(/材料类别不符[\s\S]*二\(四\)1[\s\S]*请上传约谈笔录/)
    })
  })
})
