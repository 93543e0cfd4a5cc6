import { describe, expect, it } from 'vitest'
import { once } from './once'
import { ApiProblem, asProblem } from './problem'

const keys: string[] = []
const sends =
  (answer: () => unknown) =>
  async ({ 'Idempotency-Key': key }: { 'Idempotency-Key': string }) => {
    keys.push(key)
    return answer()
  }
const says = (status: number) => () => {
  throw new ApiProblem({ ...asProblem(undefined).problem, status, code: `http-${status}` })
}

describe('a wish that is sent', () => {
  it('keeps its key while nobody knows what became of it, and has another once it was answered', async () => {
    const wish = ['approve', 'd-1']
    await expect(once(wish, sends(says(0)))).rejects.toThrow()
    await expect(once(wish, sends(says(503)))).rejects.toThrow()
    await expect(
      once(
        wish,
        sends(() => 'done'),
      ),
    ).resolves.toBe('done')
    await once(
      wish,
      sends(() => 'done'),
    )
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).toBe(keys[0])
    expect(keys[3]).not.toBe(keys[0])
  })

  it('is another one after a refusal, and where it says something else', async () => {
    keys.length = 0
    await expect(once(['refuse', 'd-1', '材料不足'], sends(says(412)))).rejects.toThrow()
    await expect(once(['refuse', 'd-1', '材料不足'], sends(says(0)))).rejects.toThrow()
    await expect(once(['refuse', 'd-1', '金额不符'], sends(says(0)))).rejects.toThrow()
    expect(new Set(keys).size).toBe(3)
  })
})
