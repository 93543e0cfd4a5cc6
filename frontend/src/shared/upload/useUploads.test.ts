import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { eventually } from '../../../tests/eventually'
import { server } from '../../../tests/server'
import { useUploads } from './useUploads'

interface Options {
  onProgress: (sent: number) => void
  onSuccess: () => void
  onError: (cause: unknown) => void
}
const line = vi.hoisted(() => ({
  send: (_options: Options) => {},
  aborted: 0,
  started: 0,
  before: [] as string[],
  from: '',
}))
// The protocol itself is the library's; what is ours is what becomes of its end.
vi.mock('tus-js-client', () => ({
  Upload: class {
    url = '/api/v1/uploads/u1'
    constructor(
      readonly file: File,
      readonly options: Options,
    ) {}
    findPreviousUploads = async () => line.before
    resumeFromPreviousUpload(one: string) {
      line.from = one
    }
    start() {
      line.started++
      line.send(this.options)
    }
    async abort() {
      line.aborted++
    }
  },
}))

const file = new File(['%PDF-1.7'], '约谈笔录.pdf', { type: 'application/pdf' })
const uploads = () => effectScope().run(() => useUploads())!

beforeEach(() => {
  Object.assign(line, { aborted: 0, started: 0, before: [], from: '', send: (options: Options) => options.onSuccess() })
})

describe('uploads', () => {
  it('files what the server has looked at, and not before', async () => {
    const states = ['CHECKING', 'READY']
    server.use(
      http.get('*/api/v1/uploads/u1', () => HttpResponse.json({ id: 'u1', state: states.shift(), refusal: null })),
    )
    const left: number[] = []
    const filed = vi.fn(async () => left.push(states.length))
    const { all, add } = uploads()
    await add(file, filed)
    await eventually(() => expect(all[0]?.step).toBe('done'))
    expect(filed.mock.calls).toEqual([['u1']])
    expect(left).toEqual([0])
  })

  it('says why a file was not taken, and files nothing', async () => {
    const refusal = { code: 'file-polyglot', title: '文件中夹带其他内容', detail: 'x', remedy: 'y' }
    server.use(http.get('*/api/v1/uploads/u1', () => HttpResponse.json({ id: 'u1', state: 'REFUSED', refusal })))
    const filed = vi.fn()
    const { all, add } = uploads()
    await add(file, filed)
    await eventually(() => expect(all[0]?.step).toBe('refused'))
    expect(all[0]?.cause?.problem.title).toBe('文件中夹带其他内容')
    expect(filed).not.toHaveBeenCalled()
  })

  it('says why the door was shut', async () => {
    const body = JSON.stringify({ title: '不接收此类文件', code: 'file-type-not-allowed' })
    line.send = (options) => options.onError({ originalResponse: { getStatus: () => 422, getBody: () => body } })
    const { all, add } = uploads()
    await add(file, vi.fn())
    await eventually(() => expect(all[0]?.step).toBe('refused'))
    expect(all[0]?.cause?.problem.code).toBe('file-type-not-allowed')
  })

  it('pauses and goes on', async () => {
    line.send = (options) => options.onProgress(3)
    const { all, add, pause, resume } = uploads()
    await add(file, vi.fn())
    expect(all[0]?.sent).toBe(3)
    pause(all[0]!)
    expect([all[0]?.step, line.aborted]).toEqual(['paused', 1])
    resume(all[0]!)
    expect([all[0]?.step, line.started]).toEqual(['sending', 2])
  })

  it('goes on where a closed tab or a lost net left the same file', async () => {
    line.before = ['u1 at 3', 'u0 at 1']
    line.send = (options) => options.onProgress(3)
    await uploads().add(file, vi.fn())
    expect([line.from, line.started]).toEqual(['u1 at 3', 1])
  })

  it('says no more what went wrong once it is sent again', async () => {
    server.use(http.get('*/api/v1/uploads/u1', () => HttpResponse.json({ id: 'u1', state: 'READY', refusal: null })))
    line.send = (options) => options.onError(new TypeError('no net'))
    const { all, add, resume } = uploads()
    await add(file, async () => {})
    await eventually(() => expect(all[0]?.cause).toBeDefined())
    line.send = (options) => options.onSuccess()
    resume(all[0]!)
    await eventually(() => expect(all[0]?.step).toBe('done'))
    expect(all[0]?.cause).toBeUndefined()
  })
})
