import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { payee } from '../../../mocks/funds'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ShareOut from './ShareOut.vue'

const payees = [payee, { ...payee, id: 'pay-2', name: '徐某某' }]

describe('sharing among several creditors', () => {
  it('says to whom the last fen go, and takes the rank that is given', async () => {
    let asked: unknown
    const shared: unknown[] = []
    server.use(
      http.post('*/api/v1/distributions/preview', async ({ request }) => {
        asked = await request.json()
        const share = { claim: '100.00', open: '0.00', remainderFen: false }
        return HttpResponse.json({
          shares: [
            { ...share, name: '朱某', rank: 2, amount: '0.01' },
            { ...share, name: '徐某某', rank: 1, amount: '100.00' },
          ],
          distributed: '100.01',
          left: '0.00',
        })
      }),
    )
    const { view } = await mountWith(ShareOut, {
      payees,
      free: '100.01',
      onShared: (amounts: unknown) => shared.push(amounts),
    })
    expect(view.text()).toContain('尾差的分依次给小数部分最大的债权人，相同的先给债权额大的')
    const fields = view.findAll('input[placeholder="0.00"]')
    await fields[0]!.setValue('100.00')
    await fields[1]!.setValue('100.00')
    await view.find('input[aria-label="朱某的顺位"]').setValue('2')
    await view.find('button').trigger('click')
    await eventually(() => expect(shared).toEqual([{ 'pay-1': '0.01', 'pay-2': '100.00' }]))
    // Who is given no rank stands in the first.
    expect(asked).toEqual({
      amount: '100.01',
      creditors: [
        { name: '朱某', claim: '100.00', rank: 2 },
        { name: '徐某某', claim: '100.00', rank: 1 },
      ],
    })
    await eventually(() => expect(view.find('table').exists()).toBe(true))
  })
  it('pays nothing to whose rank nothing is left for, and the others all the same', async () => {
    const shared: unknown[] = []
    server.use(
      http.post('*/api/v1/distributions/preview', () =>
        HttpResponse.json({
          shares: [
            { name: '朱某', rank: 1, claim: '100.00', amount: '100.00', open: '0.00', remainderFen: false },
            { name: '徐某某', rank: 2, claim: '100.00', amount: '0.00', open: '100.00', remainderFen: false },
          ],
          distributed: '100.00',
          left: '0.00',
        }),
      ),
    )
    const { view } = await mountWith(ShareOut, {
      payees,
      free: '100.00',
      onShared: (amounts: unknown) => shared.push(amounts),
    })
    for (const field of view.findAll('input[placeholder="0.00"]')) await field.setValue('100.00')
    await view.find('button').trigger('click')
    await eventually(() => expect(shared).toEqual([{ 'pay-1': '100.00', 'pay-2': '' }]))
  })
})
