import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { cases, detail } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import EditCase from './EditCase.vue'

const file = detail(cases[0]!)
const dialog = () => document.querySelector('.el-dialog')!
const save = () => dialog().querySelector('form')!.dispatchEvent(new Event('submit'))

describe('editing a case', () => {
  it('sends the version that was seen', async () => {
    let match: string | null = null
    server.use(
      http.put('*/api/v1/cases/:id', ({ request }) => {
        match = request.headers.get('If-Match')
        return HttpResponse.json(file)
      }),
    )
    const { view } = await mountWith(EditCase, { file })
    await view.find('button').trigger('click')
    await flushPromises()
    save()
    await eventually(() => expect(match).toBe('"1"'))
  })

  it('puts an error of the server at its field', async () => {
    const errors = [{ field: 'claimAmount', value: '1.001', message: '金额最多两位小数' }]
    server.use(
      http.put('*/api/v1/cases/:id', () =>
        HttpResponse.json({ title: '内容有误', status: 422, errors }, { status: 422 }),
      ),
    )
    const { view } = await mountWith(EditCase, { file })
    await view.find('button').trigger('click')
    await flushPromises()
    save()
    const item = [...dialog().querySelectorAll('.el-form-item')].find((i) => i.textContent?.includes('执行标的额'))
    await eventually(() => expect(item?.textContent).toContain('金额最多两位小数'))
  })

  it('offers both ways on when somebody saved in between', async () => {
    server.use(
      http.put('*/api/v1/cases/:id', () =>
        HttpResponse.json({ title: 'x', status: 412, current: 2, changed: ['cause'] }, { status: 412 }),
      ),
    )
    const { view } = await mountWith(EditCase, { file })
    await view.find('button').trigger('click')
    await flushPromises()
    save()
    await eventually(() => expect(dialog().textContent).toContain('已被他人修改'))
    expect(dialog().textContent).toContain('保留我填写的')
  })
})
