import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { taskSlip } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import TaskSlipActs from './TaskSlipActs.vue'

const next = [
  { act: 'SIGN' as const, why: null },
  { act: 'CANCEL' as const, why: '由该案承办法官、执行员取消。' },
]

describe('the steps of a task slip', () => {
  it('are one button each; one that is not possible says why on the slip’s own page', async () => {
    const { view } = await mountWith(TaskSlipActs, { slip: { ...taskSlip, next }, whole: true })
    const [sign, cancel] = view.findAll('button')
    expect(sign!.text()).toBe('签字派单')
    expect(sign!.attributes('disabled')).toBeUndefined()
    expect(cancel!.attributes('disabled')).toBeDefined()
    expect(view.text()).toContain('由该案承办法官、执行员取消。')
    expect((await mountWith(TaskSlipActs, { slip: { ...taskSlip, next } })).view.text()).not.toContain('取消')
  })

  it('are taken in the version that was seen, and a refusal is said in place', async () => {
    let seen: string | null = null
    server.use(
      http.post('*/api/v1/task-slips/:id/signature', ({ request }) => {
        seen = request.headers.get('If-Match')
        return HttpResponse.json(
          { title: '该任务流转单不在这一步', status: 409, code: 'task-slip-not-there', errors: [] },
          { status: 409 },
        )
      }),
    )
    const { view } = await mountWith(TaskSlipActs, { slip: { ...taskSlip, next, version: 3 } })
    await view.find('button').trigger('click')
    await eventually(() => expect(view.find('[role=alert]').text()).toContain('不在这一步'))
    expect(seen).toBe('"3"')
  })

  it('of a delegation go by letter', async () => {
    const delegation = {
      way: 'OUT' as const,
      otherCourt: '洛阳市涧西区人民法院',
      letterNumber: null,
      letterOn: null,
      replyNumber: null,
      replyOn: null,
    }
    let sent: unknown
    server.use(
      http.post('*/api/v1/delegations/:id/letter', async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json(taskSlip)
      }),
    )
    const slip = { ...taskSlip, delegation, state: 'SIGNED' as const, next: [{ act: 'RECEIVE' as const, why: null }] }
    const { view } = await mountWith(TaskSlipActs, { slip })
    expect(view.findAll('button').map((b) => b.text())).toEqual(['发函'])
    await view.find('button').trigger('click')
    await flushPromises()
    const form = () => document.querySelector('.el-dialog form')!
    form().dispatchEvent(new Event('submit'))
    await eventually(() => expect(form().textContent).toContain('此项必填'))
    const number = form().querySelector('input')!
    number.value = '执委函12号'
    number.dispatchEvent(new Event('input'))
    await flushPromises()
    form().dispatchEvent(new Event('submit'))
    await eventually(() => expect(sent).toEqual({ letterNumber: '执委函12号', letterOn: '2022-11-01' }))
  })

  it('answer a delegation only with the letter itself', async () => {
    const delegation = {
      way: 'IN' as const,
      otherCourt: '洛阳市涧西区人民法院',
      letterNumber: '执委7号',
      letterOn: '2022-10-20',
      replyNumber: null,
      replyOn: null,
    }
    let asked = false
    server.use(
      http.post('*/api/v1/delegations/:id/reply', () => {
        asked = true
        return HttpResponse.json(taskSlip)
      }),
    )
    const slip = { ...taskSlip, delegation, state: 'RESULT_IN' as const, next: [{ act: 'ACCEPT' as const, why: null }] }
    const { view } = await mountWith(TaskSlipActs, { slip })
    await view.find('button').trigger('click')
    await flushPromises()
    const form = [...document.querySelectorAll('.el-dialog form')].at(-1)!
    const number = form.querySelector('input')!
    number.value = '执复函5号'
    number.dispatchEvent(new Event('input'))
    await flushPromises()
    form.dispatchEvent(new Event('submit'))
    await eventually(() => expect(form.textContent).toContain('请先上传回函'))
    expect(asked).toBe(false)
  })
})
