import type { Page } from '@playwright/test'
import { caseOf, expect, formOf, onPhone, pickDay, settled, showsWell, signIn, test } from './court'

// The court is shared by both widths: each takes cases of its own, which no other story takes.
const turn = () => (onPhone() ? 1 : 0)
const node = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first()

test('a suspension is asked, approved by one of two, moves the dates, and is cancelled', { tag: '@phone' }, async ({
  page,
  browser,
}) => {
  await signIn(page, 'judge-fast-1')
  const { id, number } = await caseOf(page, { filedFrom: '2022-09-30', filedTo: '2022-10-21' }, turn())
  await page.goto(`/cases/${id}`)
  const due = async () => (await node(page, '快执结案').locator('time').first().getAttribute('datetime')) ?? ''
  await expect(node(page, '快执结案')).toBeVisible()
  const before = await due()
  await expect(page.getByRole('list', { name: '团队期限与法定期限的提示' })).toContainText('不能以终本结案')

  await page.getByRole('button', { name: '申请中止或延缓' }).click()
  const dialog = formOf(page)
  await dialog.getByRole('combobox', { name: '法定事由' }).selectOption({ label: '公告送达' })
  await pickDay(dialog.getByLabel('恢复日（当日起继续计入）'), '2022-11-15')
  await pickDay(dialog.getByLabel('起始日（当日起不计入）'), '2022-11-20')
  await expect(dialog.getByText(/2022-11-20/).last()).toBeVisible()
  await showsWell(page, 'suspension-wrong')
  await pickDay(dialog.getByLabel('起始日（当日起不计入）'), '2022-11-01')
  const preview = dialog.getByRole('region', { name: '批准后的到期日' })
  await expect(preview.getByRole('row').filter({ hasText: '快执结案' })).toContainText(before)
  await expect(preview.getByRole('row').filter({ hasText: '快执结案' })).toContainText('推后')
  await dialog.getByRole('textbox', { name: '说明' }).fill('被执行人下落不明，公告送达')
  await showsWell(page, 'suspension-ask')
  await dialog.getByRole('button', { name: '提交申请' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('tab', { name: /中止与延长/ }).click()
  await expect(page.getByRole('article').filter({ hasText: '公告送达' })).toContainText('待审批')

  // The director and the president have both opened their list; the director is quicker.
  const opened = async (user: string) => {
    const other = await (await browser.newContext({ viewport: page.viewportSize() })).newPage()
    await signIn(other, user, '/approvals')
    return { other, card: other.getByRole('listitem').filter({ hasText: number }) }
  }
  const director = await opened('director')
  const president = await opened('president')
  for (const { card } of [director, president]) await expect(card).toContainText('被执行人下落不明，公告送达')
  await expect(president.card).toContainText('执行标的额')
  await showsWell(president.other, 'approvals')
  await director.card.getByRole('button', { name: '同意', exact: true }).click()
  await expect(director.card).toHaveCount(0)
  await president.card.focus()
  await president.other.keyboard.press('a')
  await expect(president.card.getByRole('alert')).toContainText('已由他人决定')
  await showsWell(president.other, 'approvals-too-late')
  await president.card.getByRole('button', { name: '知道了' }).click()
  await expect(president.card).toHaveCount(0)
  await president.other.context().close()

  await page.reload()
  await expect(page.getByRole('article').filter({ hasText: '公告送达' })).toContainText('暂停计算中')
  await showsWell(page, 'case-suspended')
  await page.getByRole('tab', { name: /节点/ }).click()
  await expect(node(page, '快执结案')).toContainText('暂停计期')
  const moved = await due()
  expect(moved > before, `${moved} is after ${before}`).toBe(true)
  await page.getByRole('button', { name: '快执结案' }).click()
  await expect(page.getByRole('figure')).toContainText('暂停计期')
  await expect(page.getByText('14 天不计入').first()).toBeVisible()
  await showsWell(page, 'case-suspended-calendar')

  // Taken back it is as if it had never been.
  await director.other.goto(`/cases/${id}?tab=dates`)
  await director.other.getByRole('button', { name: '撤销' }).click()
  const why = formOf(director.other)
  await why.getByRole('textbox').fill('被执行人已到庭')
  await why.getByRole('button', { name: '撤销' }).click()
  await expect(why).toBeHidden()
  await expect(director.other.getByRole('article')).toContainText('被执行人已到庭')
  await director.other.context().close()
  await page.reload()
  await settled(page)
  await expect.poll(due).toBe(before)
  await page.getByRole('tab', { name: '时间线' }).click()
  await expect(page.getByText(/撤销中止计算期限/)).toBeVisible()
})

test('a suspension whose end nobody knows leaves no date, says so, and ends', async ({ page, browser }) => {
  await signIn(page, 'judge-fast-2')
  const { id, number } = await caseOf(page, { filedFrom: '2022-09-30', filedTo: '2022-10-21' }, turn())
  await page.goto(`/cases/${id}`)
  await page.getByRole('button', { name: '申请中止或延缓' }).click()
  const dialog = formOf(page)
  await dialog.getByRole('combobox', { name: '法定事由' }).selectOption({ label: '执行争议协调' })
  await dialog.locator('label').filter({ hasText: '恢复日未定' }).click()
  await expect(dialog.getByRole('row').filter({ hasText: '法定执行期限' })).toContainText('暂停计算，恢复日未定')
  await dialog.getByRole('button', { name: '提交申请' }).click()
  await expect(dialog).toBeHidden()

  const other = await (await browser.newContext({ viewport: page.viewportSize() })).newPage()
  await signIn(other, 'director', '/approvals')
  await other
    .getByRole('listitem')
    .filter({ hasText: number })
    .getByRole('button', { name: '同意', exact: true })
    .click()
  await expect(other.getByRole('listitem').filter({ hasText: number })).toHaveCount(0)
  await other.context().close()

  await page.reload()
  await expect(node(page, '快执结案')).toContainText('暂停计算，恢复日未定')
  await expect(page.getByRole('list', { name: '团队期限与法定期限的提示' })).toContainText('登记恢复之日')
  await showsWell(page, 'case-no-due')
  await page.getByRole('tab', { name: /中止与延长/ }).click()
  await page.getByRole('button', { name: '登记恢复' }).click()
  await showsWell(page, 'suspension-end')
  await formOf(page).getByRole('button', { name: '登记恢复' }).click()
  await expect(formOf(page)).toBeHidden()
  await page.getByRole('tab', { name: /节点/ }).click()
  await expect(node(page, '快执结案').locator('time').first()).toBeVisible()
})

test('more time is asked in time and granted; too late the clause and the lawful way are said', {
  tag: '@phone',
}, async ({ page, browser }) => {
  await signIn(page, 'judge-fast-1')
  const { id, number } = await caseOf(page, { filedFrom: '2022-09-30', filedTo: '2022-10-21' }, turn())
  await page.goto(`/cases/${id}`)
  await node(page, '快执结案').getByRole('button', { name: '发起延期' }).click()
  const dialog = formOf(page)
  await expect(dialog).toContainText('最后可申请日')
  await dialog.getByRole('button', { name: '发起延期' }).click()
  await expect(dialog).toContainText('此项必填')
  await dialog.getByRole('textbox').fill('评估报告尚未作出')
  await showsWell(page, 'extension-ask')
  await dialog.getByRole('button', { name: '发起延期' }).click()
  await expect(dialog).toBeHidden()
  await expect(node(page, '快执结案')).toContainText('延期待审批')

  const other = await (await browser.newContext({ viewport: page.viewportSize() })).newPage()
  await signIn(other, 'president', '/today')
  await other.getByRole('link', { name: '待我审批' }).click()
  const card = other.getByRole('listitem').filter({ hasText: number })
  await expect(card).toContainText('快执结案延长 30 天')
  await card.getByRole('button', { name: '同意', exact: true }).click()
  await expect(card).toHaveCount(0)
  await other.context().close()

  await page.reload()
  await expect(node(page, '快执结案')).toContainText('含延长 30 天')
  await page.getByRole('button', { name: '快执结案' }).click()
  await expect(page.getByRole('figure')).toContainText('延长期间')
  await expect(page.getByText(/延长 30 天，周某某 于/)).toBeVisible()
  await showsWell(page, 'case-extended')

  // Filed before the last week of September, due by 2 November at the latest: the fifth day before has gone.
  const late = await caseOf(page, { filedFrom: '2022-08-01', filedTo: '2022-09-23' }, 0)
  await page.goto(`/cases/${late.id}`)
  await expect(node(page, '快执结案')).toBeVisible()
  await expect(node(page, '快执结案').getByRole('button', { name: '发起延期' })).toHaveCount(0)
  await page.getByRole('button', { name: '快执结案' }).click()
  await expect(page.getByText(/已过申请延长的最后一天.*法发〔2006〕35号第1条/)).toBeVisible()
  await showsWell(page, 'extension-too-late')
})
