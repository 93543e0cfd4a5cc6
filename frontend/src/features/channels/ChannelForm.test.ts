import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ChannelForm from './ChannelForm.vue'

const channels = {
  email: { available: false, enabled: false, mandatory: false, withoutAddress: 32 },
  webhook: { enabled: true, url: 'https://gateway.example.org/hook', secretSet: true },
  digestAt: '08:10',
  quietOnRestDays: true,
  waiting: [],
  dead: [],
  version: 3,
}

describe('the channels of a court', () => {
  it('are saved on the version that was seen, and an untouched secret stays what it is', async () => {
    let match: string | null = null
    let body: unknown
    server.use(
      http.put('*/api/v1/channels', async ({ request }) => {
        match = request.headers.get('If-Match')
        body = await request.json()
        return HttpResponse.json(channels)
      }),
    )
    const { view } = await mountWith(ChannelForm, { channels, readonly: false })
    expect(view.text()).toContain('服务器未配置邮件发送')
    await view.find('form').trigger('submit')
    await eventually(() => expect(match).toBe('"3"'))
    expect(body).toMatchObject({ webhook: { secret: null }, digestAt: '08:10', quietOnRestDays: true })
  })

  it('show a refused address at its field', async () => {
    const errors = [{ field: 'webhook.url', value: null, message: '不能指向内部网络地址' }]
    server.use(
      http.put('*/api/v1/channels', () =>
        HttpResponse.json({ title: '填写有误', status: 400, errors }, { status: 400 }),
      ),
    )
    const { view } = await mountWith(ChannelForm, { channels, readonly: false })
    await view.find('form').trigger('submit')
    const item = () => view.findAll('.el-form-item').find((i) => i.text().includes('网关地址'))
    await eventually(() => expect(item()?.text()).toContain('不能指向内部网络地址'))
  })
})
