import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './court'

// Somebody tries passwords: after the tenth wrong one not even the right one lets in for a while, and nobody else is kept
// out. Whose account it is does nothing in any other story.
const TRIED = 'police-fast-1'
const OTHER = 'judge-affairs-1'
/** Wrong passwords that come quicker than this are held up for another reason, and for some seconds only. */
const APART_MS = 1_500
const HURRIED_MS = 6_000

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function gives(request: APIRequestContext, at: string, username: string, password: string) {
  const answer = await request.post(at, {
    form: { grant_type: 'password', client_id: 'zhixing-cli', username, password },
  })
  const { error, access_token } = (await answer.json()) as { error?: string; access_token?: string }
  return access_token ? 'in' : error
}

test('ten wrong passwords shut one account for a while, and no other', async ({ page, request }) => {
  await page.goto('/login')
  await expect(page.locator('#kc-login')).toBeVisible()
  const token = new URL('token', page.url()).href

  expect(await gives(request, token, TRIED, 'zhixing')).toBe('in')
  for (let nth = 1; nth <= 10; nth++) {
    await pause(APART_MS)
    expect(await gives(request, token, TRIED, `wrong-${nth}`), `wrong password ${nth}`).toBe('invalid_grant')
  }
  await pause(HURRIED_MS)
  expect(await gives(request, token, TRIED, 'zhixing')).toBe('invalid_grant')
  expect(await gives(request, token, OTHER, 'zhixing')).toBe('in')
})
