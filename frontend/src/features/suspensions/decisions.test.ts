import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { suspension } from '../../../mocks/data'
import { server } from '../../../tests/server'
import { approveSuspension } from './api/approveSuspension'
import { cancelSuspension } from './api/cancelSuspension'
import { endSuspension } from './api/endSuspension'
import { refuseSuspension } from './api/refuseSuspension'

describe('a decision on a suspension', () => {
  it.each([
    ['approval', () => approveSuspension(suspension)],
    ['refusal', () => refuseSuspension(suspension, '材料不足')],
    ['end', () => endSuspension(suspension, '2022-11-20')],
    ['cancellation', () => cancelSuspension(suspension, '登记有误')],
  ])('keeps the key of its %s until it is answered', async (act, decide) => {
    const keys: (string | null)[] = []
    server.use(
      http.post(`*/api/v1/suspensions/${suspension.id}/${act}`, ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'))
        return keys.length === 1 ? HttpResponse.error() : HttpResponse.json(suspension)
      }),
    )
    await expect(decide()).rejects.toThrow()
    await decide()
    await decide()
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })
})
