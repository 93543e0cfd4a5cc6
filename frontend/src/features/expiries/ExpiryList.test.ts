import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { expiry } from '../../../mocks/assets'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ExpiryList from './ExpiryList.vue'

const PATH = '*/api/v1/expiring-measures'

describe('measures by their end', () => {
  it('shows what ends with its days, its week and the way to renew it', async () => {
    const asked: string[] = []
    server.use(
      http.get(PATH, ({ request }) => {
        asked.push(new URL(request.url).search)
        return HttpResponse.json({ items: [expiry, { ...expiry, id: 'm-9', daysLeft: -3, renewBy: null }], next: null })
      }),
    )
    const { view } = await mountWith(ExpiryList)
    await eventually(() => expect(view.findAll('tbody tr')).toHaveLength(2))
    for (const word of ['还剩 31 天', '已失效 3 天', '¥12,800.50', '去续行', '重新查封、冻结、扣押'])
      expect(view.text()).toContain(word)
    expect(asked[0]).toContain('within=60')
    expect(view.findAll('a[download]').map((a) => a.attributes('href'))).toEqual([
      '/api/v1/expiring-measures/export?within=60&format=xlsx',
      '/api/v1/expiring-measures/export?within=60&format=csv',
    ])
  })

  it('says what would fill an empty list', async () => {
    server.use(http.get(PATH, () => HttpResponse.json({ items: [], next: null })))
    const { view } = await mountWith(ExpiryList)
    await eventually(() => expect(view.text()).toContain('没有到期的措施'))
  })
})
