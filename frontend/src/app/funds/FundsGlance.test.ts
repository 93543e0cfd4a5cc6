import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import FundsGlance from './FundsGlance.vue'

const pace = (answer: object) =>
  server.use(
    http.get('*/api/v1/receipts/pace', () =>
      HttpResponse.json({ since: '2022-10-03', within: 0, benchmarkSeconds: 900, ...answer }),
    ),
  )

describe('the funds desk at a glance', () => {
  it('says how long it took from arrival to order, beside the benchmark', async () => {
    pace({ receipts: 34, medianSeconds: 764, within: 28 })
    const { view } = await mountWith(FundsGlance)
    await eventually(() => expect(view.text()).toContain('13 分钟'))
    expect(view.text()).toContain('近 30 天 34 笔的中位数；28 笔不超过 15 分钟')
    expect(view.find('.done dt').exists()).toBe(true)
  })

  it('does not call it good where it is slower', async () => {
    pace({ receipts: 2, medianSeconds: 180_000, within: 0 })
    const { view } = await mountWith(FundsGlance)
    await eventually(() => expect(view.text()).toContain('2 天'))
    const figure = view.findAll('dl > div').find((d) => d.text().includes('到账至支付指令'))
    expect(figure?.classes()).toContain('soon')
  })

  it('has no number where nothing was ordered', async () => {
    pace({ receipts: 0, medianSeconds: null })
    const { view } = await mountWith(FundsGlance)
    await eventually(() => expect(view.text()).toContain('近 30 天没有支付指令'))
    expect(view.text()).not.toContain('NaN')
  })
})
