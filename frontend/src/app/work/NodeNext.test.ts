import { HttpResponse, http } from 'msw'
import { expect, it } from 'vitest'
import { h } from 'vue'
import { nodes } from '../../../mocks/data'
import { disbursement } from '../../../mocks/funds'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import NodeNext from './NodeNext.vue'

const money = (subjectId: string) => ({
  ...nodes.find((n) => n.state === 'OVERDUE')!,
  code: 'DISBURSE' as const,
  subjectId,
  allowed: [],
})
const rows = (...of: ReturnType<typeof money>[]) => ({ render: () => of.map((node) => h(NodeNext, { node })) })
let asked = 0
const approved = (allowed: string[]) => {
  asked = 0
  server.use(
    http.get('*/api/v1/disbursements', () => {
      asked++
      return HttpResponse.json({ items: [{ ...disbursement, status: 'APPROVED', allowed }], next: null })
    }),
  )
}
const links = (view: Awaited<ReturnType<typeof mountWith>>['view']) =>
  view.findAll('a').map((a) => a.attributes('href'))

it('leads the funds desk to the payment of a receipt that is approved, and to the account of any other', async () => {
  approved(['ORDER'])
  const other = money('r-9')
  const { view } = await mountWith(rows(money('r-1'), other), {}, { me: { roles: ['funds'] } })
  await eventually(() => expect(links(view)).toEqual(['/funds?tab=pay', `/cases/${other.caseId}?tab=account`]))
  expect(asked).toBe(1)
})

it('leads to the account where this person may not order it, and asks nothing for whom the desk is not', async () => {
  approved([])
  const node = money('r-1')
  const account = `/cases/${node.caseId}?tab=account`
  const desk = await mountWith(rows(node), {}, { me: { roles: ['funds'] } })
  await eventually(() => expect(asked).toBe(1))
  expect(links(desk.view)).toEqual([account])
  asked = 0
  const control = await mountWith(rows(node), {}, { me: { roles: ['node-control'] } })
  expect(links(control.view)).toEqual([account])
  expect(asked).toBe(0)
})

it('offers nothing where the money is out', async () => {
  const { view } = await mountWith(rows({ ...money('r-1'), state: 'DONE' }), {}, { me: { roles: ['funds'] } })
  expect(links(view)).toEqual([])
})
