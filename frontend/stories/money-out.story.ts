import type { Page } from '@playwright/test'
import { expect, formOf, proves, showsWell, signIn, test } from './court'
import {
  again,
  applied,
  approvedBy,
  arrives,
  caseWithout,
  type Disbursement,
  EXECUTOR,
  opened,
  ordered,
  read,
  refused,
} from './money'

// What does not go straight: money that comes back, a sum that is large, an application that is not approved. Each story
// takes a case of its own into which it lets money come.
test.setTimeout(180_000)

const account = (id: string) => `/cases/${id}?tab=account`
const cardOf = (page: Page, of: Disbursement) =>
  page.getByRole('region', { name: '发放申请' }).getByRole('article', { name: of.number })

test('a payment that bounced is on its case again with a notice, and goes to the corrected account', async ({
  page,
  browser,
}) => {
  await signIn(page, EXECUTOR)
  const file = await caseWithout(page)
  const [funds, judge, director] = await Promise.all([
    opened(browser, 'funds'),
    opened(browser, file.judgeUser),
    opened(browser, 'director'),
  ])
  await arrives(funds, `${file.number}案款`, '60000.00')
  const first = await applied(funds, page, file, '60000.00', '6222020200001230999')
  await approvedBy(first, judge, director)
  const batch = await ordered(funds, first)

  // The bank gave no file: its answer is typed in.
  await funds.goto(`/funds?tab=pay&batch=${batch}`)
  await funds.getByRole('button', { name: '登记结果' }).click()
  await formOf(funds).getByRole('combobox', { name: '结果' }).selectOption({ label: '退票' })
  await formOf(funds).getByRole('textbox', { name: '银行原因' }).fill('收款人账号与户名不符')
  await showsWell(funds, 'money-result-bounced')
  await formOf(funds).getByRole('button', { name: '登记结果' }).click()
  await expect(formOf(funds)).toBeHidden()
  const bounced = funds.getByRole('region', { name: '退票' }).getByRole('row').filter({ hasText: file.number })
  await expect(bounced).toContainText('收款人账号与户名不符')
  await showsWell(funds, 'money-bounced')

  // The executor is told, and finds the money on the case as if it had never left.
  await page.goto('/inbox')
  const notice = page.getByRole('article').filter({ hasText: '案款支付被退回' }).filter({ hasText: file.number })
  await expect(notice).toContainText('收款人账号与户名不符')
  await showsWell(page, 'money-bounced-notice')
  await notice.getByRole('link', { name: '查看账户' }).click()
  await expect(cardOf(page, first)).toContainText('退票')
  await expect(page.getByRole('region', { name: '账户概况' })).toContainText('余额 ¥60,000.00')
  await showsWell(page, 'money-bounced-account')

  // The wrong account is stopped, the right one written down and confirmed by another person.
  const payees = page.getByRole('region', { name: '收款人' })
  await payees.getByRole('row').filter({ hasText: '已确认' }).getByRole('button', { name: '停用' }).click()
  await formOf(page).getByRole('button', { name: '停用' }).click()
  await expect(formOf(page)).toBeHidden()
  await page.getByRole('button', { name: '登记收款人' }).click()
  await formOf(page).getByRole('textbox', { name: '开户行' }).fill('中国工商银行安阳分行')
  await formOf(page).getByRole('textbox', { name: '账号' }).fill('6222 0202 0000 1230 123')
  await formOf(page).getByRole('button', { name: '登记收款人' }).click()
  await expect(formOf(page)).toBeHidden()
  await judge.goto(account(file.id))
  await judge.getByRole('button', { name: '确认账号' }).click()
  await formOf(judge).getByRole('button', { name: '确认账号' }).click()
  await expect(formOf(judge)).toBeHidden()
  const known = await read<{ id: string; ready: boolean }[]>(page, `/cases/${file.id}/payees`)
  const second = await again(page, file, known.find((p) => p.ready)?.id ?? '', '60000.00')
  await approvedBy(second, judge, director)

  // Paid, and typed in again.
  const next = await ordered(funds, second)
  await funds.goto(`/funds?tab=pay&batch=${next}`)
  const line = funds.getByRole('row').filter({ hasText: file.number }).filter({ hasText: '*0123' })
  await line.getByRole('button', { name: '登记结果' }).click()
  await formOf(funds).getByRole('textbox', { name: '银行流水号' }).fill('B20221101001')
  await formOf(funds).getByRole('button', { name: '登记结果' }).click()
  await expect(formOf(funds)).toBeHidden()
  await expect(line).toContainText('已支付')
  await showsWell(funds, 'money-result-paid')
  await page.reload()
  await expect(cardOf(page, second)).toContainText('已支付')
  await expect(cardOf(page, first)).toContainText('退票')
  await expect(page.getByRole('region', { name: '账户概况' })).toContainText('余额 ¥0.00')
  await showsWell(page, 'money-corrected')
  for (const other of [funds, judge, director]) await other.context().close()
})

test('above 500,000 the president signs too, and nobody signs twice', { tag: '@phone' }, async ({ page, browser }) => {
  await signIn(page, EXECUTOR)
  const file = await caseWithout(page)
  const [funds, judge, director] = await Promise.all([
    opened(browser, 'funds'),
    opened(browser, file.judgeUser),
    opened(browser, 'director', '/approvals'),
  ])
  // It came three weeks ago: its fifteen working days are over.
  await arrives(funds, `${file.number}案款`, '500000.01', '2022-10-10')
  const of = await approvedBy(await applied(funds, page, file, '500000.01', '6222020200001230123'), judge)

  await director.reload()
  const signs = director.getByRole('listitem').filter({ hasText: of.number })
  await expect(signs).toContainText('超过 ¥500,000.00，须主管院长审批')
  await showsWell(director, 'money-president-director')
  await proves(director)
  await signs.getByRole('button', { name: '同意发放 ¥500,000.01' }).click()
  await expect(signs).toHaveCount(0)

  // Who has taken a step is offered no other, and is told why by the clause, whatever the way.
  const now = await read<Disbursement>(director, `/disbursements/${of.id}`)
  expect(now.status).toBe('DIRECTOR_APPROVED')
  await director.goto(account(file.id))
  await expect(cardOf(director, of)).toContainText('待主管院长审批')
  await expect(cardOf(director, of).getByRole('button', { name: /同意发放/ })).toHaveCount(0)
  for (const person of [director, judge]) {
    for (const act of ['approval', 'refusal']) {
      const told = await refused(person, `/disbursements/${of.id}/${act}`, { reason: '材料不全' }, now.version)
      expect(told).toMatchObject({
        code: 'disbursement-twice',
        title: '同一人不得办理两个环节',
        clause: '一(五)、二(二)',
      })
    }
  }

  const president = await opened(browser, 'president', '/approvals', true)
  const waiting = president.getByRole('listitem').filter({ hasText: of.number })
  await expect(waiting).toContainText('伍拾万元零壹分')
  await showsWell(president, 'money-president')
  await proves(president)
  await waiting.getByRole('button', { name: '同意发放 ¥500,000.01' }).tap()
  await expect(waiting).toHaveCount(0)
  await page.goto(account(file.id))
  await expect(cardOf(page, of)).toContainText('待支付')
  await showsWell(page, 'money-president-signed')

  // The desk finds on its own day what it has to pay by when, and the one way to it.
  await funds.goto(`/nodes?view=list&mine=true&q=${encodeURIComponent(file.number)}`)
  const due = funds.getByRole('row').filter({ hasText: file.number })
  await expect(due).toContainText('案款发放')
  await expect(due.getByRole('link', { name: '去支付' })).toBeVisible()
  await showsWell(funds, 'money-mine')
  await funds.goto('/today')
  const late = funds.getByRole('region', { name: '已超期' }).getByRole('row').filter({ hasText: file.number })
  await expect(late).toContainText('案款发放')
  await showsWell(funds, 'money-today')
  await late.getByRole('link', { name: '去支付' }).click()
  await expect(funds).toHaveURL(/\/funds\?tab=pay/)
  await expect(funds.getByRole('row').filter({ hasText: of.number })).toContainText('待支付')
  for (const other of [funds, judge, director, president]) await other.context().close()
})

test('what is not approved says why, and its money is free again', async ({ page, browser }) => {
  await signIn(page, EXECUTOR)
  const file = await caseWithout(page)
  const funds = await opened(browser, 'funds')
  await arrives(funds, `${file.number}案款`, '30000.00')
  const of = await applied(funds, page, file, '30000.00', '6222020200001230123')
  await page.goto(account(file.id))
  await expect(page.getByRole('region', { name: '账户概况' })).toContainText('可用¥0.00')
  await expect(page.getByRole('button', { name: '申请发放' })).toBeDisabled()

  const judge = await opened(browser, file.judgeUser, '/approvals')
  const waiting = judge.getByRole('listitem').filter({ hasText: of.number })
  await waiting.getByRole('button', { name: '不同意' }).click()
  await formOf(judge).getByRole('button', { name: '不同意' }).click()
  await expect(formOf(judge)).toContainText('必填')
  await formOf(judge).getByRole('textbox').fill('尚有执行费未扣除，请重新核算')
  await showsWell(judge, 'money-refuse')
  await formOf(judge).getByRole('button', { name: '不同意' }).click()
  await expect(waiting).toHaveCount(0)

  await page.goto('/inbox')
  const notice = page.getByRole('article').filter({ hasText: of.number })
  await expect(notice.filter({ hasText: '尚有执行费未扣除' }).first()).toBeVisible()
  await page.goto(account(file.id))
  await expect(cardOf(page, of)).toContainText('不同意')
  await expect(cardOf(page, of)).toContainText('尚有执行费未扣除，请重新核算')
  await expect(page.getByRole('region', { name: '账户概况' })).toContainText('可用¥30,000.00')
  await expect(page.getByRole('button', { name: '申请发放' })).toBeEnabled()
  await showsWell(page, 'money-refused')
  for (const other of [funds, judge]) await other.context().close()
})
