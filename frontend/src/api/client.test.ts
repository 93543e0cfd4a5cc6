import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { server } from '../../tests/server'
import { api, ok } from './client'
import { ApiProblem } from './problem'
import { loginUrl, signedOut } from './session'

describe('the client', () => {
  beforeEach(() => {
    signedOut.value = false
  })

  it('asks for a status instead of a redirect, and proves that a write comes from the page', async () => {
    const seen: (string | null)[] = []
    server.use(
      http.all('*/api/v1/*', ({ request }) => {
        seen.push(request.headers.get('X-Requested-With'), request.headers.get('X-Zhixing-Csrf'))
        return HttpResponse.json({})
      }),
    )
    await ok(api.GET('/api/v1/me'))
    await ok(api.POST('/api/v1/inbox/read-all', {}))
    expect(seen).toEqual(['JavaScript', null, 'JavaScript', '1'])
  })

  it.each([401, 499])('takes %i for an ended session', async (status) => {
    server.use(http.get('*/api/v1/me', () => new HttpResponse(null, { status })))
    await expect(ok(api.GET('/api/v1/me'))).rejects.toBeInstanceOf(ApiProblem)
    expect(signedOut.value).toBe(true)
  })

  it('throws the problem with its clause, and keeps the session', async () => {
    const problem = {
      title: '已过期限',
      status: 422,
      code: 'late',
      clause: '一(一)',
      errors: [{ field: 'reason', message: '必填' }],
    }
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(problem, { status: 422 })))
    const cause = await ok(api.GET('/api/v1/me')).catch((e) => e as ApiProblem)
    expect(cause).toMatchObject({ unexpected: false, problem: { clause: '一(一)' } })
    expect((cause as ApiProblem).at('reason')).toBe('必填')
    expect(signedOut.value).toBe(false)
  })

  it('counts no answer at all as unexpected', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.error()))
    const cause = await ok(api.GET('/api/v1/me')).catch((e) => e as ApiProblem)
    expect(cause).toMatchObject({ unexpected: true, status: 0 })
  })

  it('comes back to the page after the login', () => {
    expect(loginUrl('/cases?team=FAST')).toBe('/login?to=%2Fcases%3Fteam%3DFAST')
    expect(loginUrl('/')).toBe('/login')
  })
})
