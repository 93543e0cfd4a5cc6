import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { suspension } from '../../../mocks/data'
import { disbursement } from '../../../mocks/funds'
import { server } from '../../../tests/server'
import { approve, type Decidable, decideAll, type Outcome, refuse } from './decide'

const one = (id: string): Decidable => ({
  key: `s-${id}`,
  since: '2022-11-01',
  kind: 'suspension',
  of: { ...suspension, id },
})

describe('deciding several at once', () => {
  it('goes on after one that somebody else decided first, and says which', async () => {
    const approved: string[] = []
    server.use(
      http.post('*/api/v1/suspensions/:id/approval', ({ params }) => {
        if (params.id === 'b') {
          const problem = { title: '该申请已经处理', status: 409, code: 'suspension-decided', errors: [] }
          return HttpResponse.json(problem, { status: 409 })
        }
        approved.push(String(params.id))
        return HttpResponse.json({})
      }),
    )
    const outcomes: Outcome[] = []
    await decideAll([one('a'), one('b'), one('c')], approve, '', (o) => outcomes.push(o))
    expect(approved).toEqual(['a', 'c'])
    expect(outcomes.map((o) => o.problem?.code)).toEqual([undefined, 'suspension-decided', undefined])
  })

  it('asks once for a new login, before the first of them is decided', async () => {
    const asked: string[] = []
    const problem = { title: '请重新验证身份', status: 403, code: 'step-up', errors: [] }
    server.use(
      http.post('*/api/v1/suspensions/:id/approval', () => {
        asked.push('suspension')
        return HttpResponse.json({})
      }),
      http.post('*/api/v1/disbursements/:id/approval', ({ params }) => {
        asked.push(String(params.id))
        return HttpResponse.json(problem, { status: 403 })
      }),
    )
    const money = (id: string): Decidable => ({
      key: `d-${id}`,
      since: '2022-11-01',
      kind: 'disbursement',
      of: { ...disbursement, id },
    })
    const outcomes: Outcome[] = []
    const all = decideAll([one('a'), money('x'), money('y')], approve, '', (o) => outcomes.push(o))
    await expect(all).rejects.toMatchObject({ problem: { code: 'step-up' } })
    expect(asked).toEqual(['x'])
    expect(outcomes).toEqual([])
  })

  it('refuses all for one reason', async () => {
    const why: unknown[] = []
    server.use(
      http.post('*/api/v1/suspensions/:id/refusal', async ({ request }) => {
        why.push(await request.json())
        return HttpResponse.json({})
      }),
    )
    await decideAll([one('a'), one('b')], refuse, '材料不足', () => {})
    expect(why).toEqual([{ reason: '材料不足' }, { reason: '材料不足' }])
  })
})
