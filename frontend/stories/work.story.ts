import { expect, settled, showsWell, signIn, test } from './court'
import { pdf } from './papers'

test('an executor finds in the inbox what is late and why, and mends it by an upload', async ({ page }, info) => {
  // Not the one whose inbox the other stories fill. The sweep looks every half minute; the bell counts live.
  await signIn(page, 'executor-fast-2')
  await expect(page.getByRole('link', { name: /收件箱，[1-9]\d* 条未读/ })).toBeVisible({ timeout: 90_000 })
  await page.getByRole('link', { name: /收件箱，/ }).click()
  // The court is shared by both widths: the second takes the next late interview.
  const taken = info.project.name === 'office-390' ? 1 : 0
  const notice = page.getByRole('article').filter({ hasText: '首次约谈' }).filter({ hasText: '超期' }).nth(taken)
  await expect(notice).toContainText('二(四)1')
  await showsWell(page, 'inbox')

  await notice.getByRole('link', { name: '查看案件' }).click()
  const why = page.getByRole('figure')
  await expect(why.getByText('到期', { exact: true })).toBeVisible()
  await expect(why).toContainText('起始日')
  await showsWell(page, 'case-late')

  await page.getByRole('button', { name: '上传约谈笔录' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(pdf('约谈笔录.pdf'))
  await expect(dialog.getByRole('status')).toContainText('已上传，待提交')
  await showsWell(page, 'node-upload')
  await dialog.getByRole('button', { name: '上传并完成' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: '首次约谈' }).first()).toContainText('逾期完成')
  await expect(page.getByRole('link', { name: '约谈笔录.pdf' })).toBeVisible()
})

test('node control sees what is due and late by team and node, and goes down to the list', async ({ page }) => {
  await signIn(page, 'node-control', '/nodes')
  await expect(page.getByRole('rowheader', { name: '首次约谈' })).toBeVisible()
  await showsWell(page, 'node-board')
  await page
    .getByRole('table', { name: '团队与节点' })
    .getByRole('link', { name: /^超期 \d+/ })
    .first()
    .click()
  await expect(page).toHaveURL(/state=OVERDUE/)
  await settled(page)
  await expect(page.getByRole('row').filter({ hasText: '超期' }).nth(1)).toBeVisible()
  await showsWell(page, 'node-list')
  // The link is the view.
  await page.reload()
  await settled(page)
  await expect(page.getByRole('row').filter({ hasText: '即将到期' })).toHaveCount(0)
})

test('a fast case goes to the ordinary team: asked, signed, carried out', { tag: '@phone' }, async ({
  page,
  browser,
}) => {
  await signIn(page, 'judge-fast-1')
  const me = (await (await page.request.get('/api/v1/me')).json()) as { personId: string }
  await page.goto(`/cases?handler=${me.personId}&team=FAST&status=OPEN&filedFrom=2022-10-22&filedTo=2022-11-01`)
  await page.locator('tbody').getByRole('link').first().click()
  const heading = page.getByRole('heading', { level: 1, name: /号$/ })
  await expect(heading).toBeVisible()
  const number = (await heading.textContent()) ?? ''
  await page.getByRole('button', { name: '申请移转普执' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('发现房产一处，需评估拍卖')
  await page.getByRole('dialog').getByRole('button', { name: '申请移转普执' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()

  const as = async (user: string, act: string, to: string) => {
    const context = await browser.newContext()
    const other = await context.newPage()
    await signIn(other, user, to)
    const card = other.getByRole('article').filter({ hasText: number })
    await expect(card).toContainText('快执 → 普执')
    await card.getByRole('button', { name: act }).click()
    await expect(card).toHaveCount(0)
    await context.close()
  }
  await as('president', '同意移转', '/approvals')
  await as('triage', '办理移转', '/today')

  // It is another team's case now: the old handler does not see it any more, the desk does.
  const address = page.url()
  await page.reload()
  await expect(page.getByRole('heading', { name: number })).toBeHidden()
  await page.context().clearCookies()
  await signIn(page, 'triage', address)
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
  await page.getByRole('tab', { name: /流转/ }).click()
  await expect(page.getByRole('article').filter({ hasText: number }).filter({ hasText: '已移转' })).toBeVisible()
  await showsWell(page, 'case-transferred')
})

test.fail('what the policy forbids fails a story on whosever page it is', async ({ browser }) => {
  const other = await (await browser.newContext()).newPage()
  await other.goto('/')
  const said = other.waitForEvent('console', (line) => line.text().includes('Content Security Policy'))
  await other.evaluate(() => {
    document.head.append(Object.assign(document.createElement('script'), { textContent: 'void 0' }))
  })
  await said
})
