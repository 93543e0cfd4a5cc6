import { expect, it } from 'vitest'
import { statement } from '../../../mocks/funds'
import { mountWith } from '../../../tests/mountWith'
import StatementGaps from './StatementGaps.vue'

const gap = { row: 1, line: 2, expected: '1107.00', found: '1157.00', difference: '50.00' }

it('tells what is missing before the statement from what is missing in it', async () => {
  const gaps = [
    { ...gap, before: true },
    { ...gap, before: false },
  ]
  const { view } = await mountWith(StatementGaps, { run: { ...statement, gapCount: 2, gaps } })
  const said = view.findAll('li').map((li) => li.text())
  expect(said).toHaveLength(2)
  expect(said[0]).toMatch(/^与此前的对账单不衔接.*应为 ¥1,107.00，实为 ¥1,157.00，相差 ¥50.00$/)
  expect(said[1]).toMatch(/^第 2 行：应为 ¥1,107.00/)
})
