import { HttpResponse, http } from 'msw'
import { expect, it } from 'vitest'
import { nodes } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import MyWork from './MyWork.vue'

it('counts all late nodes of mine, also those it does not show, and leads to them', async () => {
  const late = nodes.filter((n) => n.state === 'OVERDUE').slice(0, 2)
  server.use(
    http.get('*/api/v1/nodes', ({ request }) => {
      const isLate = new URL(request.url).searchParams.getAll('state').includes('OVERDUE')
      return HttpResponse.json({ items: isLate ? late : [], next: isLate ? 'p2' : null })
    }),
    http.get('*/api/v1/nodes/counts', () =>
      HttpResponse.json({
        today: '2022-11-01',
        cells: [
          { team: 'FAST', code: 'FIRST_INTERVIEW', state: 'OVERDUE', count: 140 },
          { team: 'FAST', code: 'CLOSE_FAST', state: 'OVERDUE', count: 25 },
        ],
        people: [],
        strip: [],
      }),
    ),
  )
  const { view } = await mountWith(MyWork, {}, { at: '/today' })
  await eventually(() => expect(view.find('h2.late .n').text()).toBe('165'))
  await eventually(() => expect(view.find('a[href="/nodes?view=list&mine=true&state=OVERDUE"]').exists()).toBe(true))
})
