import { rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'

export { expect }
export const sample = (name: string) => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
/** A session's token is renewed after five minutes, and its cookie changes then: until shortly before it can be shared. */
const SHARED_MS = 4 * 60_000
const sessions = new Map<string, { since: number; cookies: Cookies }>()
/** Who is signed in where, and when they gave their password at the latest. */
const logins = new WeakMap<BrowserContext, { user: string; since: number }>()
/** How old a login may be for what restricts a person or pays money; a court lets it be five minutes (stories/start). */
export const STEP_UP_MS = 30_000
const office = (page: Page) => page.getByRole('navigation', { name: '主导航' })

/** Signs in through the real login page, as a person of the demo court. */
export async function signInAnew(page: Page, user: string, to = '/') {
  await page.goto(to)
  await page.getByRole('link', { name: '登录' }).click()
  await page.locator('#username').fill(user)
  await page.locator('#password').fill('zhixing')
  await page.locator('#kc-login').click()
  await expect(office(page)).toBeVisible()
  logins.set(page.context(), { user, since: Date.now() })
}

/** Gives the password where it is asked for anew, and is back at the act. */
export async function givesPassword(page: Page) {
  await page.locator('#password').fill('zhixing')
  await page.locator('#kc-login').click()
  await expect(office(page)).toBeVisible()
  const user = logins.get(page.context())?.user
  if (!user) return
  // The new login ends the one before, which others had from here.
  const since = Date.now()
  logins.set(page.context(), { user, since })
  sessions.set(user, { since, cookies: await page.context().cookies() })
}

/** Proves who they are, unless they just have, so that what pays money can be done from this page now. */
export async function proves(page: Page) {
  const known = logins.get(page.context())
  if (known && Date.now() - known.since < STEP_UP_MS / 2) return
  const { pathname, search } = new URL(page.url())
  await page.goto(`/login/again?to=${encodeURIComponent(pathname + search)}`)
  await givesPassword(page)
}

/** What the person's last sign-in left in a browser, while it holds. */
function shared(user: string) {
  const known = sessions.get(user)
  return known && Date.now() - known.since < SHARED_MS ? known : undefined
}

/** Signed in as a person of the demo court: once through the login page, then with what that left in the browser. */
export async function signIn(page: Page, user: string, to = '/') {
  const known = shared(user)
  if (known) {
    await page.context().addCookies(known.cookies)
    logins.set(page.context(), { user, since: known.since })
    await page.goto(to)
    await expect(office(page)).toBeVisible()
    return
  }
  await signInAnew(page, user, to)
  sessions.set(user, { since: Date.now(), cookies: await page.context().cookies() })
}

/** The file that holds the court's day, where the system under the stories lets them move it. */
export const todayFile = process.env.ZHIXING_TODAY_FILE

/** Moves the court's day for everybody, and waits until the system of a signed-in page has seen it. */
export async function today(page: Page, date: string) {
  if (!todayFile) throw new Error('ZHIXING_TODAY_FILE is not set')
  await writeFile(`${todayFile}.new`, date)
  await rename(`${todayFile}.new`, todayFile)
  const seen = async () => ((await (await page.request.get('/api/v1/me')).json()) as { today: string }).today
  await expect.poll(seen).toBe(date)
}

export const onPhone = () => base.info().project.name === 'office-390'

/** The nth open case that the signed-in person handles, oldest first. */
export async function caseOf(
  page: Page,
  filed: { filedFrom?: string; filedTo?: string },
  nth: number,
  more = 'team=FAST',
) {
  const { personId } = (await (await page.request.get('/api/v1/me')).json()) as { personId: string }
  const query = `handler=${personId}&status=OPEN&sort=filedOn&${more}&${new URLSearchParams(filed)}`
  const { items } = (await (await page.request.get(`/api/v1/cases?${query}`)).json()) as {
    items: { id: string; number: string }[]
  }
  const found = items[nth]
  expect(found, `case ${nth} of ${query}`).toBeDefined()
  return found as { id: string; number: string }
}

/**
 * A case that no other story knows of: filed now and given to these handlers of the fast team. Cases of the register
 * are counted off a list that other stories shorten; whoever changes a case takes one of these.
 */
export async function ownCase(
  page: Page,
  {
    filedOn = '2022-10-31',
    amount = '60000.00',
    judge = 'judge-fast-1',
    executor = 'executor-fast-1',
    applicants = ['王某'],
    preserved = false,
  } = {},
) {
  const origin = new URL(page.url()).origin
  const acting = async <T>(user: string, act: (request: APIRequestContext) => Promise<T>) => {
    const other = await page.context().browser()?.newContext({ baseURL: origin })
    if (!other) throw new Error('no browser to sign in with')
    const known = shared(user)
    // Who has signed in before needs no page to send what is asked here.
    if (known) await other.addCookies(known.cookies)
    else await signIn(await other.newPage(), user)
    const done = await act(other.request)
    await other.close()
    return done
  }
  const send = async (request: APIRequestContext, path: string, data: object, headers = {}) => {
    const answer = await request.post(path, { data, headers: { 'X-Zhixing-Csrf': '1', ...headers } })
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return (await answer.json()) as { id: string; number: string; version: number }
  }
  const idOf = (user: string) =>
    acting(user, async (request) => ((await (await request.get('/api/v1/me')).json()) as { personId: string }).personId)
  const party = (role: string, name: string) => ({ role, name, kind: 'NATURAL_PERSON', idNumber: null, phone: null })
  // By the clock: both widths, and a worker that began anew after a failure, find numbers of their own.
  const number = `(2022)豫0505执${Date.now() % 10_000_000}号`
  const body = {
    number,
    cause: '民间借贷纠纷',
    matter: 'MONEY',
    claimAmount: amount,
    filedOn,
    firstFiledOn: null,
    preserved,
    fourChecksSufficient: false,
    auctionNeeded: false,
    refusalOrCriminal: false,
    parties: [...applicants.map((name) => party('APPLICANT', name)), party('RESPONDENT', '李某某')],
  }
  const filed = await acting('triage', (request) => send(request, '/api/v1/cases', body))
  const handlers = { judgeId: await idOf(judge), executorId: await idOf(executor), reason: '均衡工作量' }
  await acting('leader-fast', (request) =>
    send(request, `/api/v1/cases/${filed.id}/handlers`, handlers, { 'If-Match': `"${filed.version}"` }),
  )
  return { id: filed.id, number: filed.number }
}

/** The open form; a calendar that drops down is a dialog too, but not a modal one. */
export const formOf = (page: Page) => page.getByRole('dialog').and(page.locator('[aria-modal=true]'))

/** Types a day into a date field, which takes it when it is left. */
export async function pickDay(field: Locator, day: string) {
  await field.fill(day)
  await field.press('Enter')
}

/** Picks the last entry of a drop-down from its own list: the list of the one used before may still be fading out. */
export async function pickLast(page: Page, combobox: Locator) {
  await combobox.click()
  await expect(combobox).toHaveAttribute('aria-expanded', 'true')
  const list = page.locator(`[id="${await combobox.getAttribute('aria-controls')}"]`)
  await list.getByRole('option').last().click()
}

/** Waits until nothing is being loaded any more. */
export async function settled(page: Page) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.waitForLoadState('domcontentloaded')
}

/** Waits until what fades in or out has done so; what turns for ever is left to turn. */
const still = (page: Page) =>
  page.waitForFunction(() =>
    document
      .getAnimations()
      .every((a) => a.playState !== 'running' || a.effect?.getComputedTiming().endTime === Infinity),
  )

const looked = new Set<string>()

/** Which screen this is at that width, whatever its state: the place, the tab, the open form, the reader's duty, language and theme. */
const screenOf = (page: Page, width?: number) =>
  page.evaluate((width) => {
    const { pathname, searchParams } = new URL(location.href)
    const forms = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].filter((d) => d.clientHeight > 0)
    const { lang, className } = document.documentElement
    return [
      width,
      pathname.replace(/[0-9a-f-]{36}/g, ':id'),
      searchParams.get('tab'),
      searchParams.get('view'),
      ...forms.map((d) => d.getAttribute('aria-label')?.replace(/\d+/g, '0')),
      document.querySelector('.duty')?.textContent,
      document.querySelector('main')?.className,
      lang,
      className,
    ].join(' ')
  }, width)

const PHONE = { width: 390, height: 844 }

/**
 * A screen that is loaded, fits its width, is clean by axe the first time it is seen, and is kept as a picture. With
 * ZHIXING_BOTH_WIDTHS what is seen first on the desktop is looked at on a phone's width too, as when somebody turns a
 * tablet: what was typed stays.
 */
export async function showsWell(page: Page, name: string) {
  await fits(page, name)
  await reads(page, name)
  const desktop = process.env.ZHIXING_BOTH_WIDTHS ? page.viewportSize() : null
  if (!desktop || desktop.width <= PHONE.width || looked.has(await screenOf(page, PHONE.width))) return
  await page.setViewportSize(PHONE)
  await fits(page, name)
  await reads(page, name)
  await page.setViewportSize(desktop)
  await settled(page)
  await still(page)
}

async function fits(page: Page, name: string) {
  await settled(page)
  await still(page)
  const width = page.viewportSize()?.width
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth)
  expect(wide, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
  await page.screenshot({ path: `test-results/screens/${width}/${name}.png` })
}

async function reads(page: Page, name: string) {
  const width = page.viewportSize()?.width
  const screen = await screenOf(page, width)
  if (looked.has(screen)) return
  looked.add(screen)
  // The rows of a long list are alike, and by far the most of the work.
  const { violations } = await new AxeBuilder({ page })
    .exclude('tbody > tr:nth-child(n+13)')
    .exclude('section > article:nth-child(n+13)')
    .options({ resultTypes: ['violations'] })
    .analyze()
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(
    serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3)}`),
    `${name} at ${width} px by axe`,
  ).toEqual([])
}

/** What pages threw in the story that runs, or wanted though their security policy forbids it. */
const wrong: string[] = []

/** Every page of that browser: one context for each person. */
export function watch(context: BrowserContext) {
  context.on('weberror', (thrown) => wrong.push(thrown.error().message))
  context.on('console', (said) => {
    if (said.type() === 'error' && said.text().includes('Content Security Policy')) wrong.push(said.text())
  })
}

/** Fails a story in which any page threw, or wanted what its security policy forbids. */
export const test = base.extend<{ clean: undefined }, { watched: undefined }>({
  watched: [
    async ({ browser }, use) => {
      browser.on('context', watch)
      await use(undefined)
    },
    { scope: 'worker', auto: true },
  ],
  clean: [
    async ({ watched }, use) => {
      await use(watched)
      expect(wrong.splice(0)).toEqual([])
    },
    { auto: true },
  ],
})
