import { describe, expect, it } from 'vitest'
import { taskSlip } from '../../../mocks/data'
import { mountWith } from '../../../tests/mountWith'
import TripStops from './TripStops.vue'

const stops = ['一', '二', '三'].map((n) => ({ ...taskSlip, id: n, number: n }))
const shown = async (props = {}) => {
  const { view } = await mountWith(TripStops, { modelValue: stops, ...props })
  const order = () =>
    view.findComponent(TripStops).emitted('update:modelValue')?.at(-1)?.[0] as typeof stops | undefined
  return { view, order: () => order()?.map((s) => s.number) }
}

describe('the stops of a trip', () => {
  it('move by Alt and an arrow key, and by the buttons', async () => {
    const { view, order } = await shown()
    await view.findAll('li')[0]!.trigger('keydown', { key: 'ArrowDown', altKey: true })
    expect(order()).toEqual(['二', '一', '三'])
    const plain = await shown()
    await plain.view.findAll('li')[0]!.trigger('keydown', { key: 'ArrowDown' })
    expect(plain.order()).toBeUndefined()
    await plain.view.find('[aria-label="三 上移"]').trigger('click')
    expect(plain.order()).toEqual(['一', '三', '二'])
  })

  it('are dragged to another place', async () => {
    const { view, order } = await shown()
    await view.findAll('li')[2]!.trigger('dragstart')
    await view.findAll('li')[0]!.trigger('drop')
    expect(order()).toEqual(['三', '一', '二'])
  })

  it('stay as they are for whoever does not plan', async () => {
    const { view } = await shown({ fixed: true })
    expect(view.findAll('button')).toHaveLength(0)
    expect(view.find('li').attributes('draggable')).toBe('false')
  })
})
