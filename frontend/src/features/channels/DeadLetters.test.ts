import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import DeadLetters from './DeadLetters.vue'

const letter = {
  id: 1042,
  channel: 'EMAIL',
  kind: 'node.overdue',
  title: '首次约谈已超期 5 天：(2022)豫0505执22号',
  person: { id: '0190b6a2-0000-7000-8000-000000000001', name: '赵某' },
  forDay: '2022-11-01',
  attempts: 10,
  lastError: '550 5.1.1 <…@…>: unknown',
  createdAt: '2022-11-01T00:00:00Z',
  deadAt: '2022-11-01T06:00:00Z',
}

describe('letters that could not be delivered', () => {
  it('say why, and go out again one by one or all together', async () => {
    const sent: string[] = []
    let dead = [letter]
    server.use(
      http.get('*/api/v1/outbox/dead', () => HttpResponse.json({ items: dead, next: null })),
      http.post('*/api/v1/outbox/:which/resend', ({ params }) => {
        sent.push(String(params.which))
        dead = []
        return HttpResponse.json({ letters: 1 })
      }),
    )
    const { view } = await mountWith(DeadLetters)
    await eventually(() => expect(view.text()).toContain('550 5.1.1'))
    expect(view.text()).toContain('赵某')
    await view.findAll('tbody button')[0]!.trigger('click')
    await eventually(() => expect(view.text()).toContain('没有未送达的通知'))
    expect(sent).toEqual(['1042'])
  })
})
