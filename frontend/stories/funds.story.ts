import { Buffer } from 'node:buffer'
import type { Browser, Page } from '@playwright/test'
import {
  expect,
  formOf,
  givesPassword,
  onPhone,
  pickDay,
  proves,
  STEP_UP_MS,
  sample,
  settled,
  showsWell,
  signIn,
  test,
} from './court'

// Money from the bank's statement to the bank's answer. The court is shared by both widths: the second finds the
// statement known, and takes a case of its own.
test.setTimeout(240_000)

const USER: Record<string, string> = {
  王某: 'judge-fast-1',
  李某某: 'judge-fast-2',
}
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }

async function json<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()) as T
}

interface Receipt {
  caseId: string
  caseNumber: string
  amount: string
  free: string
}
interface Case {
  id: string
  number: string
  status: string
  applicants: string[]
  judge: { name: string } | null
  executor: { id: string } | null
}

/** A case of the signed-in executor whose one receipt nobody has touched, and which is not stayed. */
async function caseWithMoney(page: Page): Promise<Case & { amount: string }> {
  const { personId } = await json<{ personId: string }>(page, '/me')
  const { items } = await json<{ items: Receipt[] }>(page, '/receipts?waiting=true&limit=200')
  const several = (id: string) => items.filter((r) => r.caseId === id).length > 1
  for (const receipt of items.filter((r) => r.free === r.amount && !several(r.caseId))) {
    const found = await json<Case>(page, `/cases/${receipt.caseId}`)
    const stayed = await json<unknown[]>(page, `/cases/${receipt.caseId}/suspensions`)
    if (found.status === 'OPEN' && found.executor?.id === personId && USER[found.judge?.name ?? ''] && !stayed.length)
      return { ...found, amount: receipt.amount }
  }
  throw new Error('no case with money that nobody has touched')
}

async function opened(browser: Browser, like: Page, user: string, to: string, phone = false) {
  const context = await browser.newContext(phone || onPhone() ? PHONE : { viewport: like.viewportSize() })
  const page = await context.newPage()
  await signIn(page, user, to)
  return page
}

const grouped = (amount: string) => `¥${amount.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`

test('the funds desk imports the bank’s statement, and sees where each line goes', async ({ page }) => {
  await signIn(page, 'funds', '/funds/statements')
  await page.locator('input[type=file]').setInputFiles(sample('statement-2022-10.csv'))
  await expect(page.getByText(/^共 120 笔：/)).toBeVisible({ timeout: 60_000 })
  const commit = page.getByRole('button', { name: /确认入账 \d+ 笔/ })
  if (await commit.isVisible()) {
    await expect(page.getByRole('tab', { name: /按虚拟账号 \d+/ })).toBeVisible()
    await page.getByRole('tab', { name: /不明款/ }).click()
    await expect(page.getByRole('row').filter({ hasText: '摘要' }).nth(1)).toBeVisible()
    await showsWell(page, 'statement-preview')
    await commit.click()
    await expect(page.getByText(/已入账 \d+ 笔/)).toBeVisible({ timeout: 60_000 })
  }
  // Once more it changes nothing.
  await page.goto('/funds/statements')
  await page.locator('input[type=file]').setInputFiles(sample('statement-2022-10.csv'))
  await expect(page.getByText('共 120 笔：新流水 0，重复 120')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('没有需要入账的新流水')).toBeVisible()
  await showsWell(page, 'statement-known')
  await page.goto('/funds/statements')
  await expect(page.getByRole('row').filter({ hasText: 'statement-2022-10.csv' }).first()).toBeVisible()
  await showsWell(page, 'statements')
})

test('the desk shows what waits by age, and brings one item of suspense home', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'funds', '/funds')
  await expect(page.getByText(/还剩 \d+ 个工作日|超期 \d+ 个工作日/).first()).toBeVisible()
  await showsWell(page, 'funds')
  await page.getByRole('tab', { name: '超期' }).click()
  await settled(page)
  await showsWell(page, 'funds-late')

  await page.getByRole('tab', { name: '不明款' }).click()
  await expect(page.getByText(/待认领 \d+ 笔/)).toBeVisible()
  const suggested = page.getByRole('article').filter({ has: page.getByRole('button', { name: /^认领给/ }) })
  await expect(suggested.first()).toBeVisible()
  await showsWell(page, 'suspense')
  const serial = (await suggested.first().getAttribute('aria-label')) ?? ''
  const press = suggested
    .first()
    .getByRole('button', { name: /^认领给/ })
    .first()
  const number = /\(\d{4}\).*号/.exec((await press.textContent()) ?? '')?.[0] ?? ''
  await press.click()
  await expect(formOf(page).getByRole('textbox', { name: '认领理由' })).not.toHaveValue('')
  await showsWell(page, 'suspense-claim')
  await formOf(page).getByRole('button', { name: '认领', exact: true }).click()
  await expect(formOf(page)).toBeHidden()
  await expect(page.getByRole('article', { name: serial })).toHaveCount(0)

  // What was claimed by mistake goes back; then it is claimed for good.
  await page.getByRole('button', { name: '已认领' }).click()
  const claimed = page.getByRole('article', { name: serial })
  await expect(claimed).toContainText(number)
  await showsWell(page, 'suspense-claimed')
  await claimed.getByRole('button', { name: '撤回认领' }).click()
  await formOf(page).getByRole('textbox').fill('付款人来院说明，应为另案款项')
  await formOf(page).getByRole('button', { name: '撤回认领' }).click()
  await expect(claimed).toHaveCount(0)
  await page.getByRole('button', { name: '待认领' }).click()
  await expect(page.getByRole('article', { name: serial })).toContainText('应为另案款项')
  await page
    .getByRole('article', { name: serial })
    .getByRole('button', { name: `认领给 ${number}` })
    .click()
  await formOf(page).getByRole('button', { name: '认领', exact: true }).click()
  await expect(page.getByRole('article', { name: serial })).toHaveCount(0)
})

test('money goes from its arrival to its creditor by five people, no two steps by one', async ({ page, browser }) => {
  await signIn(page, 'executor-fast-1')
  const file = await caseWithMoney(page)
  const amount = grouped(file.amount)
  await page.goto(`/cases/${file.id}?tab=account`)
  await expect(page.getByText('先登记收款人，并由他人确认账号')).toBeVisible()

  await page.getByRole('button', { name: '登记收款人' }).click()
  await formOf(page).getByRole('textbox', { name: '开户行' }).fill('中国工商银行安阳分行')
  await formOf(page).getByRole('textbox', { name: '账号' }).fill('6222 0202 0000 1230 123')
  await showsWell(page, 'payee-write')
  await formOf(page).getByRole('button', { name: '登记收款人' }).click()
  await expect(formOf(page)).toBeHidden()
  const payee = page
    .getByRole('region', { name: '收款人' })
    .getByRole('row')
    .filter({ hasText: '中国工商银行安阳分行' })
  await expect(payee).toContainText('待他人确认')
  await expect(payee.getByRole('button', { name: '确认账号' })).toHaveCount(0)

  // The judge, on a phone, compares the account with its paper.
  const judge = await opened(browser, page, USER[file.judge?.name ?? ''] ?? '', `/cases/${file.id}?tab=account`, true)
  const since = Date.now()
  await judge.getByRole('button', { name: '确认账号' }).tap()
  await expect(formOf(judge)).toContainText('*0 123')
  await formOf(judge).getByRole('button', { name: '显示全部账号' }).tap()
  const why = formOf(judge).filter({ hasText: '会记入审计' })
  await why.getByRole('textbox').fill('与当事人提交的原件核对')
  await showsWell(judge, 'payee-unmask')
  await why.getByRole('button', { name: '显示全部账号' }).tap()
  await expect(why).toHaveCount(0)
  await expect(formOf(judge)).toContainText('6222 0202 0000 1230 123')
  await showsWell(judge, 'payee-confirm')
  await formOf(judge).getByRole('button', { name: '确认账号' }).tap()
  await expect(formOf(judge)).toBeHidden()

  // One payee and all of it: open, submit.
  await page.reload()
  await page.getByRole('button', { name: '申请发放' }).click()
  await expect(formOf(page).getByRole('textbox', { name: /的金额/ })).toHaveValue(file.amount)
  await showsWell(page, 'disbursement-apply')
  await formOf(page).getByRole('button', { name: '提交申请' }).click()
  await expect(formOf(page)).toBeHidden()
  const card = page.getByRole('region', { name: '发放申请' }).getByRole('article')
  await expect(card).toContainText('待法官审批')
  await expect(card).toContainText(amount)
  await showsWell(page, 'case-account-applied')

  // One tap, once the judge has proved anew who they are: the login is older than what pays money lets it be.
  await judge.goto('/approvals')
  const waiting = judge.getByRole('listitem').filter({ hasText: file.number })
  await expect(waiting).toContainText(amount)
  await expect(waiting).toContainText(/整|分/)
  await expect(waiting).toContainText('中国工商银行安阳分行')
  await showsWell(judge, 'approvals-judge')
  await judge.waitForTimeout(Math.max(0, since + STEP_UP_MS + 1_000 - Date.now()))
  await waiting.getByRole('button', { name: `同意发放 ${amount}` }).tap()
  await expect(waiting.getByRole('alert')).toContainText('请重新验证身份')
  await expect(waiting.getByRole('alert')).toContainText('法官审批')
  await showsWell(judge, 'approvals-step-up')
  await waiting.getByRole('link', { name: '重新输入密码验证身份' }).tap()
  await givesPassword(judge)
  await expect(judge).toHaveURL(/\/approvals$/)
  await waiting.getByRole('button', { name: `同意发放 ${amount}` }).tap()
  await expect(waiting).toHaveCount(0)
  await judge.context().close()

  const director = await opened(browser, page, 'director', '/approvals')
  const signs = director.getByRole('listitem').filter({ hasText: file.number }).filter({ hasText: '发放' })
  await expect(signs).toContainText(file.judge?.name ?? '')
  await showsWell(director, 'approvals-director')
  await proves(director)
  await signs.getByRole('button', { name: `同意发放 ${amount}` }).click()
  await expect(signs).toHaveCount(0)
  await director.context().close()

  // The funds desk: one press makes the batch, and the file is there.
  const funds = await opened(browser, page, 'funds', '/funds?tab=pay')
  await expect(funds.getByRole('row').filter({ hasText: file.number })).toContainText(amount)
  await showsWell(funds, 'funds-pay')
  await proves(funds)
  await funds.getByRole('button', { name: /^生成批次/ }).click()
  const download = funds.waitForEvent('download')
  await funds.getByRole('link', { name: /下载银行文件/ }).click()
  const orders = await (await download).createReadStream()
  let text = ''
  for await (const part of orders) text += String(part)
  const line = text.split('\n').find((l) => l.includes(file.number)) ?? ''
  expect(line).toContain('6222020200001230123')
  const payment = /ZF\d{4}-\d+/.exec(line)?.[0] ?? ''
  await showsWell(funds, 'funds-batch')

  await funds.locator('input[type=file]').setInputFiles({
    name: 'results.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `付款编号,结果,交易日期,金额,银行流水号\n${payment},成功,2022-11-01,${file.amount},B${payment}\n`,
    ),
  })
  await expect(funds.getByText(/已支付 1 笔，退票 0 笔/)).toBeVisible()
  await expect(funds.getByRole('row').filter({ hasText: payment })).toContainText('已支付')
  await showsWell(funds, 'funds-settled')
  await funds.context().close()

  // It is over: nothing is left, and the clock has stopped.
  await page.reload()
  await expect(card).toContainText('已支付')
  const figures = page.getByRole('region', { name: '账户概况' })
  await expect(figures).toContainText(`余额 ¥0.00`)
  await expect(
    page.getByRole('region', { name: '明细账' }).getByRole('row').filter({ hasText: '支付' }).first(),
  ).toContainText('¥0.00')
  await expect(page.getByRole('img', { name: '逐日收支与余额' })).toBeVisible()
  await showsWell(page, 'case-account-paid')
  await page.getByRole('tab', { name: /节点/ }).click()
  await expect(page.getByRole('row').filter({ hasText: '案款发放' }).first()).toContainText(/已完成|逾期完成/)
})

test('statement and ledger agree to the fen, or say by what they differ; the books prove themselves', async ({
  page,
}) => {
  await signIn(page, 'funds', '/funds/reconciliation?month=2022-10')
  await expect(page.getByText(/账簿正确/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('row').filter({ hasText: '2022-10-08' }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: '本月银行支出的去向' })).toBeVisible()
  await showsWell(page, 'reconciliation')
  await page
    .getByRole('button', { name: /\d+ 项/ })
    .last()
    .click()
  await settled(page)
  await showsWell(page, 'reconciliation-day')
  // A month whose differences nobody has explained stays open, and is told why.
  await page.getByRole('button', { name: '2022-10 结账' }).click()
  await formOf(page).getByRole('button', { name: '2022-10 结账' }).click()
  await expect(formOf(page).getByRole('alert')).toBeVisible()
  await showsWell(page, 'month-refused')
})

test('interest and shares are reckoned with their days and their fen', async ({ page }) => {
  await signIn(page, 'funds', '/tools')
  const interest = page.locator('section').filter({ has: page.getByRole('heading', { name: '迟延履行利息试算' }) })
  await interest.getByRole('textbox', { name: '本金' }).fill('123456.78')
  await pickDay(interest.getByLabel('履行期间届满日'), '2022-03-31')
  await pickDay(interest.getByLabel('计算至'), '2022-10-31')
  await interest.getByRole('button', { name: '计算', exact: true }).click()
  // 30 + 31 + 30 + 31 + 31 + 30 + 31 days, both ends: 123,456.78 × 0.000175 × 214 = 4,623.4564….
  await expect(interest).toContainText('利息合计 ¥4,623.46')
  await expect(interest).toContainText('计 214 天')
  await expect(interest.getByRole('row').filter({ hasText: '2022-04-01 — 2022-10-31' })).toContainText('214')
  // Half way something was paid, and a month stood still: 123,456.78 × 0.000175 × 91 = 1,966.0492…, then 100,000.00 × 92.
  await interest.getByRole('button', { name: '加一笔还款' }).click()
  await pickDay(interest.getByLabel('还款日期'), '2022-06-30')
  await interest.getByRole('textbox', { name: '还款金额' }).fill('23456.78')
  await interest.getByRole('button', { name: '加一段不计算的期间' }).click()
  await pickDay(interest.getByLabel('暂停起日'), '2022-08-01')
  await pickDay(interest.getByLabel('恢复日'), '2022-09-01')
  await interest.getByRole('button', { name: '计算', exact: true }).click()
  await expect(interest).toContainText('利息合计 ¥3,576.05')
  await expect(interest).toContainText('计 183 天')
  const first = interest.getByRole('row').filter({ hasText: '2022-04-01 — 2022-06-30' })
  await expect(first).toContainText('91')
  await expect(first).toContainText('¥1,966.05')
  const second = interest.getByRole('row').filter({ hasText: '2022-07-01 — 2022-10-31' })
  await expect(second).toContainText(/92\s*31/)
  await expect(second).toContainText('¥1,610.00')
  const shares = page.locator('section').filter({ has: page.getByRole('heading', { name: '案款分配试算' }) })
  await shares.getByRole('textbox', { name: '第 1 个债权人', exact: true }).fill('王某')
  await shares.getByRole('textbox', { name: '第 1 个债权人的债权额' }).fill('300000')
  await shares.getByRole('textbox', { name: '第 2 个债权人', exact: true }).fill('李某某')
  await shares.getByRole('textbox', { name: '第 2 个债权人的债权额' }).fill('150000')
  await shares.getByRole('button', { name: '计算', exact: true }).click()
  await expect(shares).toContainText('¥66,666.67')
  await showsWell(page, 'tools-money')
})

test('the administrator keeps who signs what, and how banks write their statements', async ({ page }) => {
  await signIn(page, 'admin', '/admin?tab=funds')
  await expect(page.getByText('¥500,000.00')).toBeVisible()
  await showsWell(page, 'admin-funds')
  await page.getByRole('tab', { name: '对账单格式' }).click()
  const table = page.getByRole('article').filter({ hasText: '通用格式' })
  await showsWell(page, 'admin-mappings')
  await table.getByRole('button', { name: '修改' }).click()
  await expect(formOf(page).getByRole('textbox', { name: '流水号' })).toHaveValue('流水号')
  await showsWell(page, 'admin-mapping')
})
