import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { cases } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import CaseList from './CaseList.vue'

describe('the case list', () => {
  it('takes its filters from the URL and prefetches the next page', async () => {
    const asked: string[] = []
    server.use(
      http.get('*/api/v1/cases', ({ request }) => {
        asked.push(new URL(request.url).search)
        return HttpResponse.json({ items: cases.slice(0, 2), next: asked.length === 1 ? 'p2' : null })
      }),
    )
    const { view } = await mountWith(CaseList, {}, { at: '/cases?team=FAST&overdue=true' })
    await eventually(() => expect(asked).toEqual(['?team=FAST&overdue=true', '?team=FAST&overdue=true&cursor=p2']))
    expect(view.findAll('tbody tr')).toHaveLength(2)
    expect(view.text()).toContain('¥1,000.50')
  })

  it('says what would fill it when it is empty', async () => {
    server.use(http.get('*/api/v1/cases', () => HttpResponse.json({ items: [], next: null })))
    const { view } = await mountWith(CaseList, {}, { at: '/cases' })
    await eventually(() => expect(view.text()).toContain('没有符合条件的案件'))
    await flushPromises()
    expect(view.text()).toContain('导入登记簿')
  })
})
