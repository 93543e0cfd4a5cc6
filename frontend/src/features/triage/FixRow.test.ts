import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { importRun } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import FixRow from './FixRow.vue'

const row = {
  row: 7,
  line: 8,
  outcome: 'BAD',
  values: { 案号: '(2022)豫0505执1号', 立案日期: '2022-02-30' },
  errors: [{ line: 8, column: '立案日期', value: '2022-02-30', reason: '日期不存在' }],
  conflicts: [],
}

describe('mending a bad row', () => {
  it('shows the wrong column only, and sends what was changed', async () => {
    let sent: unknown
    server.use(
      http.put('*/api/v1/imports/imp-1/rows/7', async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json({ ...row, outcome: 'NEW', errors: [] })
      }),
    )
    const { view } = await mountWith(FixRow, { run: importRun, row })
    const inputs = view.findAll('input')
    expect(inputs).toHaveLength(1)
    await inputs[0]!.setValue('2022-02-28')
    await view.find('form').trigger('submit')
    await eventually(() => expect(sent).toEqual({ values: { 立案日期: '2022-02-28' } }))
  })
})
