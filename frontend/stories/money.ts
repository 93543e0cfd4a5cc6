import { Buffer } from 'node:buffer'
import type { Browser, Page } from '@playwright/test'
import { expect, onPhone, proves, signIn } from './court'

// What the stories of the money share: money for cases of the ordinary team, and the steps that are not a story's
// point, as the people of the court send them.

export const EXECUTOR = 'executor-ordinary-1'
const JUDGE: Record<string, string> = { 孙某: 'judge-ordinary-1', 吴某某: 'judge-ordinary-2' }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const HEADERS = { 'X-Requested-With': 'JavaScript', 'X-Zhixing-Csrf': '1' }

export interface Case {
  id: string
  number: string
  status: string
  applicants: string[]
  judge: { name: string } | null
  executor: { id: string } | null
}
export interface Disbursement {
  id: string
  number: string
  status: string
  version: number
}

/** Another person's page, as wide as the story's. */
export async function opened(browser: Browser, user: string, to = '/', phone = false) {
  const wide = { viewport: { width: 1440, height: 900 } }
  const page = await (await browser.newContext(phone || onPhone() ? PHONE : wide)).newPage()
  await signIn(page, user, to)
  return page
}

export async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()) as T
}

const sent = (page: Page, path: string, data: unknown, version?: number) =>
  page.request.post(`/api/v1${path}`, {
    data,
    headers: {
      ...HEADERS,
      'Idempotency-Key': crypto.randomUUID(),
      ...(version ? { 'If-Match': `"${version}"` } : {}),
    },
  })

export async function send<T>(page: Page, path: string, data: unknown = {}, version?: number): Promise<T> {
  const answer = await sent(page, path, data, version)
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
  return (await answer.json()) as T
}

export interface Problem {
  status: number
  code: string
  title: string
  clause: string
}

/** What stands against it, for a person who tries all the same. */
export async function refused(page: Page, path: string, data: unknown, version?: number): Promise<Problem> {
  const answer = await sent(page, path, data, version)
  expect(answer.ok(), path).toBe(false)
  return (await answer.json()) as Problem
}

/** A case of the signed-in executor into which no money has come yet. */
export async function caseWithout(page: Page): Promise<Case & { judgeUser: string }> {
  const { personId } = await read<{ personId: string }>(page, '/me')
  const query = `handler=${personId}&status=OPEN&team=ORDINARY&sort=filedOn&limit=200`
  const { items } = await read<{ items: { id: string }[] }>(page, `/cases?${query}`)
  for (const { id } of items) {
    const found = await read<Case>(page, `/cases/${id}`)
    const judgeUser = JUDGE[found.judge?.name ?? '']
    if (found.executor?.id !== personId || !judgeUser) continue
    const account = await read<{ received: string }>(page, `/cases/${id}/account`)
    const stays = await read<unknown[]>(page, `/cases/${id}/suspensions`)
    if (Number(account.received) === 0 && !stays.length) return { ...found, judgeUser }
  }
  throw new Error(`no case among ${items.length} into which no money has come`)
}

/** A statement of one line, imported and booked by the funds desk; answers the line's serial number. */
async function imports(funds: Page, line: (serial: string) => string) {
  const serial = `T${crypto.randomUUID().slice(0, 12)}`
  const header = '流水号,交易时间,收入金额,支出金额,对方户名,对方账号,虚拟账号,摘要,余额'
  const file = { name: `${serial}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`${header}\n${line(serial)}\n`) }
  const answer = await funds.request.post('/api/v1/statements', {
    multipart: { file },
    headers: { ...HEADERS, 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  const { id } = (await answer.json()) as { id: string }
  const status = async () => (await read<{ status: string }>(funds, `/statements/${id}`)).status
  await expect.poll(status).toBe('PREVIEWED')
  await send(funds, `/statements/${id}/commit`)
  await expect.poll(status).toBe('DONE')
  return serial
}

/** Money that came in with that remark. */
export const arrives = (funds: Page, remark: string, amount: string, day = '2022-10-31', party = '李某某') =>
  imports(funds, (serial) => `${serial},${day} 10:00:00,${amount},,${party},6222000000001234,,${remark},`)

/** Money that the bank paid out with that remark. */
export const leaves = (funds: Page, remark: string, amount: string, day: string) =>
  imports(funds, (serial) => `${serial},${day} 15:00:00,,${amount},王某,,,${remark},`)

/** An applicant's account, written down by the funds desk and confirmed by the executor; then all of it is applied for. */
export async function applied(funds: Page, executor: Page, file: Case, amount: string, account: string) {
  const payee = await send<{ id: string }>(funds, `/cases/${file.id}/payees`, {
    kind: 'APPLICANT',
    name: file.applicants[0],
    bankName: '中国银行安阳分行',
    accountNumber: account,
  })
  await send(executor, `/cases/${file.id}/payees/${payee.id}/confirmation`, {}, 1)
  return again(executor, file, payee.id, amount)
}

/** Applied for by the executor. */
export const again = (executor: Page, file: Case, payeeId: string, amount: string) =>
  send<Disbursement>(executor, `/cases/${file.id}/disbursements`, {
    reason: '发放执行案款',
    payments: [{ payeeId, amount }],
  })

/** Approved by each of them, in this order. */
export async function approvedBy(of: Disbursement, ...people: Page[]): Promise<Disbursement> {
  let now = of
  for (const person of people) {
    await proves(person)
    now = await send<Disbursement>(person, `/disbursements/${of.id}/approval`, {}, now.version)
  }
  return now
}

/** Ordered at the bank by the funds desk; answers the batch. */
export async function ordered(funds: Page, of: Disbursement) {
  await proves(funds)
  return (await send<{ batch: { id: string } }>(funds, '/payment-batches', { disbursementIds: [of.id] })).batch.id
}

/** The bank says that it has paid all of the batch; answers the payments' numbers. */
export async function paid(funds: Page, batch: string, day = '2022-11-01'): Promise<string[]> {
  const { items } = await read<{ items: { payment: { number: string } }[] }>(funds, `/payment-batches/${batch}`)
  const numbers = items.map((i) => i.payment.number)
  for (const number of numbers) {
    const result = { number, result: 'PAID', reason: null, serial: `B${number}`, settledOn: day }
    await send(funds, `/payment-batches/${batch}/results`, result)
  }
  return numbers
}
