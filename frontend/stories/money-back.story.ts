import { expect, formOf, onPhone, ownCase, pickDay, settled, showsWell, signIn, test } from './court'
import { applied, approvedBy, arrives, leaves, opened, ordered, paid, read } from './money'

// What is looked at, and what is taken back: an account number in full, money that was matched to the wrong case, a line of
// the statement that was something else.
test.setTimeout(180_000)

const PAYER = '6222000000001234'
const EXECUTOR = 'executor-fast-1'

test('an account number is seen in full for a reason, which stays on the case and in the audit trail', async ({
  page,
  browser,
}) => {
  test.skip(onPhone(), 'the phone unmasks where the judge confirms a payee')
  await signIn(page, 'funds')
  const file = await ownCase(page)
  await arrives(page, `还款${file.number}`, '2600.00')

  const executor = await opened(browser, EXECUTOR, `/cases/${file.id}?tab=account`)
  const entry = executor.getByRole('region', { name: '明细账' }).getByRole('row').filter({ hasText: '¥2,600.00' })
  await expect(entry).toContainText('************1234')
  await expect(executor.getByText(PAYER)).toHaveCount(0)
  await showsWell(executor, 'money-masked')
  await entry.getByRole('button', { name: '显示全部账号' }).click()
  await formOf(executor).getByRole('button', { name: '显示全部账号' }).click()
  await expect(formOf(executor)).toContainText('必填')
  await formOf(executor).getByRole('textbox').fill('与付款人核对退款账号')
  await showsWell(executor, 'money-unmask')
  await formOf(executor).getByRole('button', { name: '显示全部账号' }).click()
  await expect(formOf(executor)).toBeHidden()
  await expect(entry).toContainText(PAYER)
  await showsWell(executor, 'money-unmasked')
  // Only until it leaves the screen.
  await executor.reload()
  await expect(entry).toContainText('************1234')
  await executor.goto(`/cases/${file.id}?tab=timeline`)
  await expect(executor.getByText('与付款人核对退款账号')).toBeVisible()
  await expect(executor.getByText(PAYER)).toHaveCount(0)
  await showsWell(executor, 'money-unmasked-timeline')

  // Who sees everything does not see this: the leaders are offered nothing, the auditor reads who looked and why.
  const director = await opened(browser, 'director', `/cases/${file.id}?tab=account`)
  await expect(director.getByRole('region', { name: '明细账' })).toContainText('************1234')
  await expect(director.getByRole('button', { name: '显示全部账号' })).toHaveCount(0)
  const auditor = await opened(browser, 'auditor')
  const { items } = await read<{ items: { text: string; detail: string }[] }>(
    auditor,
    `/audit?caseId=${file.id}&action=bank-account.unmasked`,
  )
  expect(items).toHaveLength(1)
  expect(items[0]?.text).toContain('与付款人核对退款账号')
  expect(JSON.stringify(items)).not.toContain(PAYER)
  for (const other of [executor, director, auditor]) await other.context().close()
})

test('money that its remark sent to the wrong case goes back to suspense, and its clock with it', {
  tag: '@phone',
}, async ({ page, browser }) => {
  test.skip(!onPhone(), 'the desk takes back on the phone; the form is the same')
  await signIn(page, 'funds')
  const file = await ownCase(page)
  // Before anything the register's statement has: the first of the desk's list of what is late.
  const serial = await arrives(page, `还款${file.number}`, '3700.00', '2022-10-01')
  await page.goto('/funds?tab=late')
  const row = page.getByRole('row').filter({ hasText: file.number })
  await expect(row).toContainText('¥3,700.00')
  await showsWell(page, 'money-undo-row')
  await row.getByRole('button', { name: '撤回入账' }).click()
  await expect(formOf(page)).toContainText(serial)
  await formOf(page).getByRole('textbox').fill('付款人误填案号，来电说明')
  await showsWell(page, 'money-undo')
  await formOf(page).getByRole('button', { name: '撤回入账' }).click()
  await expect(formOf(page)).toBeHidden()
  await expect(row).toHaveCount(0)

  await page.goto('/funds?tab=suspense')
  const item = page.getByRole('article', { name: serial })
  await expect(item).toContainText('¥3,700.00')
  // Its payer is a party of other cases, which are offered first.
  await expect(item.getByRole('button', { name: /^认领给/ }).first()).toBeVisible()
  await expect(item.getByRole('button', { name: '其他案件' })).toBeVisible()
  await showsWell(page, 'money-undone')

  // The case's card has both bookings, the handlers are told, and nothing of it is theirs to look at any more.
  const executor = await opened(browser, EXECUTOR, '/inbox')
  await expect(
    executor.getByRole('article').filter({ hasText: file.number }).filter({ hasText: '来电说明' }),
  ).toBeVisible()
  await executor.goto(`/cases/${file.id}?tab=account`)
  await expect(executor.getByRole('region', { name: '账户概况' })).toContainText('余额 ¥0.00')
  const card = executor.getByRole('region', { name: '明细账' })
  await expect(card.getByRole('row').filter({ hasText: '¥3,700.00' })).toHaveCount(2)
  await expect(card.getByRole('button', { name: '显示全部账号' })).toHaveCount(0)
  await showsWell(executor, 'money-undone-account')
  await executor.context().close()
})

test('a line of money out that was something else is opened again, and tied to what it was', async ({
  page,
  browser,
}) => {
  test.skip(onPhone(), 'reconciled at the desk')
  await signIn(page, 'funds')
  const file = await ownCase(page)
  const [executor, judge, director] = await Promise.all([
    opened(browser, EXECUTOR),
    opened(browser, 'judge-fast-1'),
    opened(browser, 'director'),
  ])
  await arrives(page, `还款${file.number}`, '8123.45')
  const full = { ...file, status: 'OPEN', applicants: ['王某'], judge: null, executor: null }
  const of = await applied(page, executor, full, '8123.45', '6222020200001230123')
  await approvedBy(of, judge, director)
  const [number] = await paid(page, await ordered(page, of))
  const serial = await leaves(page, `案款发放 ${number}`, '8123.45', '2022-11-01')

  await page.goto('/funds/reconciliation?month=2022-11')
  const row = page.getByRole('region', { name: '本月银行支出的去向' }).getByRole('row').filter({ hasText: serial })
  await expect(row).toContainText(`付款 ${number}`)
  await showsWell(page, 'money-settled-line')
  await row.getByRole('button', { name: '重新认定' }).click()
  await formOf(page).getByRole('textbox').fill('流水所附回单为另一笔')
  await showsWell(page, 'money-reopen')
  await formOf(page).getByRole('button', { name: '重新认定' }).click()
  await expect(formOf(page)).toBeHidden()
  await expect(row).toContainText('待说明')
  await expect(row.getByRole('button')).toHaveText(['对应付款', '银行手续费'])
  await showsWell(page, 'money-reopened')

  // Its day says so, and offers the payments of the same sum.
  await page
    .getByRole('row')
    .filter({ hasText: '2022-11-01' })
    .getByRole('button', { name: /\d+ 项/ })
    .click()
  const item = page.getByRole('listitem').filter({ hasText: serial })
  await item.getByRole('button', { name: '对应付款' }).click()
  await expect(formOf(page).getByRole('radio')).toHaveCount(1)
  await expect(formOf(page)).toContainText(number ?? '')
  await showsWell(page, 'money-link')
  await formOf(page).getByRole('button', { name: '对应付款' }).click()
  await expect(formOf(page)).toBeHidden()
  await expect(row).toContainText(`付款 ${number}`)
  await settled(page)
  const trail = await opened(browser, 'auditor')
  for (const action of ['bank-line.undone', 'bank-line.linked']) {
    const { items } = await read<{ items: unknown[] }>(trail, `/audit?action=${action}`)
    expect(items.length, action).toBeGreaterThan(0)
  }
  for (const other of [executor, judge, director, trail]) await other.context().close()
})

test('money whose creditor does not fetch it is deferred by a leader’s leave, with ten days after it', {
  tag: '@phone',
}, async ({ page, browser }) => {
  await signIn(page, 'funds')
  const file = await ownCase(page)
  await arrives(page, `还款${file.number}`, '4200.00')
  const executor = await opened(browser, EXECUTOR, `/cases/${file.id}`)
  const disburse = executor.getByRole('row').filter({ hasText: '案款发放' }).first()
  // Fifteen working days from the day it came.
  await expect(disburse.locator('time').first()).toHaveAttribute('datetime', '2022-11-21')
  await executor.getByRole('button', { name: '申请中止或延缓' }).click()
  const form = formOf(executor)
  await form.getByRole('combobox', { name: '法定事由' }).selectOption({ label: '经通知未领取' })
  await pickDay(form.getByLabel('恢复日（当日起继续计入）'), '2022-11-22')
  await form.getByRole('textbox', { name: '说明' }).fill('电话通知两次，申请执行人在外地')
  const preview = form.getByRole('region', { name: '批准后的到期日' }).getByRole('row').filter({ hasText: '案款发放' })
  await expect(preview).toContainText('2022-12-01')
  await showsWell(executor, 'money-defer')
  await form.getByRole('button', { name: '提交申请' }).click()
  await expect(form).toBeHidden()

  const director = await opened(browser, 'director', '/approvals')
  const asked = director.getByRole('listitem').filter({ hasText: file.number })
  await expect(asked).toContainText('申请执行人在外地')
  await asked.getByRole('button', { name: '同意', exact: true }).click()
  await expect(asked).toHaveCount(0)

  await page.goto('/funds')
  await page.getByRole('tab', { name: '延期' }).click()
  const row = page.getByRole('row').filter({ hasText: file.number })
  await expect(row).toContainText('¥4,200.00')
  await expect(row).toContainText('延缓发放中')
  await expect(row.locator('time').last()).toHaveAttribute('datetime', '2022-12-01')
  await showsWell(page, 'money-deferred')

  // The creditor has come: what is left of it is ten days.
  await executor.goto(`/cases/${file.id}?tab=dates`)
  await executor.getByRole('button', { name: '登记恢复' }).click()
  await formOf(executor).getByRole('button', { name: '登记恢复' }).click()
  await expect(formOf(executor)).toBeHidden()
  await page.reload()
  await expect(row).toHaveCount(0)
  await executor.goto(`/cases/${file.id}`)
  await expect(disburse.locator('time').first()).toHaveAttribute('datetime', '2022-11-21')
  for (const other of [executor, director]) await other.context().close()
})
