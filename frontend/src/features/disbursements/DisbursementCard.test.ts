import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { disbursement } from '../../../mocks/funds'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import DisbursementCard from './DisbursementCard.vue'

describe('what is signed', () => {
  it('is in full view: the sum twice, who gets it and where, out of what, how late', async () => {
    const { view } = await mountWith(DisbursementCard, { of: disbursement })
    const text = view.text()
    expect(text).toContain('¥100,000.00')
    expect(text).toContain('壹拾万元整')
    expect(text).toContain('***************0123')
    expect(text).toContain('已 24 天')
    expect(text).toContain('已超期，应于 2022-10-28 前发放')
  })

  it('is approved by one press, of the version that was seen', async () => {
    let seen: string | null = null
    server.use(
      http.post('*/api/v1/disbursements/d-1/approval', ({ request }) => {
        seen = request.headers.get('If-Match')
        return HttpResponse.json(disbursement)
      }),
    )
    const { view } = await mountWith(DisbursementCard, { of: { ...disbursement, version: 7 } })
    await view.find('[data-act=approve]').trigger('click')
    await eventually(() => expect(seen).toBe('"7"'))
  })

  it('shows in place that somebody else was quicker', async () => {
    server.use(
      http.post('*/api/v1/disbursements/d-1/approval', () =>
        HttpResponse.json({ type: 'x', title: '已由他人办理', status: 409, code: 'stale' }, { status: 409 }),
      ),
    )
    const { view } = await mountWith(DisbursementCard, { of: disbursement })
    await view.find('[data-act=approve]').trigger('click')
    await eventually(() => expect(view.find('[role=alert]').text()).toContain('已由他人办理'))
  })

  it('is approved by the next press where the answer to the first got lost, and nobody is told of another', async () => {
    const keys: (string | null)[] = []
    server.use(
      http.post('*/api/v1/disbursements/d-1/approval', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'))
        return keys.length === 1 ? HttpResponse.error() : HttpResponse.json(disbursement)
      }),
    )
    const { view } = await mountWith(DisbursementCard, { of: disbursement })
    await view.find('[data-act=approve]').trigger('click')
    await eventually(() => expect(view.find('[role=alert]').exists()).toBe(true))
    await view
      .findAll('button')
      .find((b) => b.text() === '重试')!
      .trigger('click')
    await eventually(() => expect(keys).toHaveLength(2))
    await eventually(() => expect(view.find('[role=alert]').exists()).toBe(false))
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBe(keys[0])
  })

  it('leads to a login of this moment where the last is too old, and back to this page', async () => {
    server.use(
      http.post('*/api/v1/disbursements/d-1/approval', () =>
        HttpResponse.json({ title: '请重新验证身份', status: 403, code: 'step-up' }, { status: 403 }),
      ),
    )
    const { view } = await mountWith(DisbursementCard, { of: disbursement }, { at: '/approvals?x=1' })
    await view.find('[data-act=approve]').trigger('click')
    await eventually(() => expect(view.find('a.again').exists()).toBe(true))
    expect(view.find('a.again').attributes('href')).toBe('/login/again?to=%2Fapprovals%3Fx%3D1')
  })

  it('offers nothing to those who may do nothing', async () => {
    const { view } = await mountWith(DisbursementCard, { of: { ...disbursement, allowed: [] } })
    expect(view.findAll('button')).toHaveLength(0)
  })
})
