import { describe, expect, it } from 'vitest'
import { fourChecks } from '../../../mocks/assets'
import { mountWith } from '../../../tests/mountWith'
import FourChecks from './FourChecks.vue'

describe('the four checks', () => {
  it('says what was found of the claim, what was not asked, and what triage would say', async () => {
    const { view } = await mountWith(FourChecks, { of: fourChecks })
    for (const word of [
      '四查显示足额',
      '¥362,800.50',
      '¥60,000.00',
      '未查完',
      '1 项，未估值',
      '立案事实登记为“否”',
      '一(一)4',
      '由分流岗决定',
    ])
      expect(view.text()).toContain(word)
  })

  it('says by how much it falls short, and hints at nothing where the facts agree', async () => {
    const { view } = await mountWith(FourChecks, {
      of: {
        ...fourChecks,
        verdict: 'INSUFFICIENT',
        counted: '100.00',
        shortBy: '59900.00',
        differs: false,
        hint: null,
      },
    })
    expect(view.text()).toContain('尚差 ¥59,900.00')
    expect(view.text()).not.toContain('由分流岗决定')
  })
})
