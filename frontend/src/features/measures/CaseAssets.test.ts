import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { asset, assets } from '../../../mocks/assets'
import { cases, detail } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import CaseAssets from './CaseAssets.vue'

const file = detail(cases[0]!)
const PATH = '*/api/v1/cases/c-0/assets'
const mounted = (personId = file.executor?.id) => mountWith(CaseAssets, { file }, { me: { personId } })

describe('the property of a case', () => {
  it('says what would fill an empty list, and what was refused', async () => {
    server.use(http.get(PATH, () => HttpResponse.json([])))
    const { view } = await mounted()
    await eventually(() => expect(view.text()).toContain('还没有登记财产'))
    server.use(http.get(PATH, () => HttpResponse.json({ title: '看不到', status: 403 }, { status: 403 })))
    const other = await mounted()
    await eventually(() => expect(other.view.find('[role=alert]').text()).toContain('看不到'))
  })

  it('shows each hold with its days, and says that one has lapsed', async () => {
    server.use(http.get(PATH, () => HttpResponse.json(assets)))
    const { view } = await mounted()
    await eventually(() => expect(view.findAll('article')).toHaveLength(3))
    for (const word of ['首封', '还剩 1075 天', '已失效 2022-10-12', '轮候第 1 位', '文峰区人民法院', '请立即重新办理'])
      expect(view.text()).toContain(word)
    expect(view.find('[role=img]').attributes('aria-label')).toContain('已控制 ¥350,000.00')
  })

  it('offers its acts to the handlers alone', async () => {
    server.use(http.get(PATH, () => HttpResponse.json([asset])))
    const { view } = await mounted()
    await eventually(() => expect(view.text()).toContain('续行'))
    expect(view.findAll('article button').map((b) => b.text())).toEqual([
      '续行',
      '部分解除',
      '解除',
      '查封、冻结、扣押',
      '不宜处置',
      '更正',
    ])
    const other = await mounted('somebody')
    await eventually(() => expect(other.view.findAll('article')).toHaveLength(1))
    expect(other.view.findAll('button')).toHaveLength(0)
  })
})
