import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { expect, formOf, onPhone, ownCase, STEP_UP_MS, settled, showsWell, signIn, signInAnew, test } from './court'
import { opened, send } from './money'
import { paper, pdf } from './papers'

// Who may, who signed, who saw: six people on cases that nobody else has.
const card = (page: Page, name: string | RegExp) => page.getByRole('article', { name })

/** What is chosen, filled in and sent in the open form. */
async function says(page: Page, fields: Record<string, string>, submit: string) {
  const form = formOf(page)
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value)
  await form.getByRole('button', { name: submit, exact: true }).click()
  await expect(form).toHaveCount(0)
}

/** Reads the paper that is open to its first page, and signs. */
async function signs(page: Page) {
  const form = formOf(page)
  await expect(form.locator('[data-shown]')).toHaveAttribute('data-shown', '1')
  await form.getByRole('button', { name: '签署', exact: true }).click()
  return form
}

test('a matter is referred, a panel signed by three, a person restricted after a second login, and the trail proves it', async ({
  page,
  browser,
}) => {
  await signIn(page, 'executor-fast-1')
  const { id, number } = await ownCase(page)
  const deciding = `/cases/${id}?tab=deciding`
  // A login of this story's own: the second one ends it, and others share the usual one.
  const judge = await (await browser.newContext()).newPage()
  const since = Date.now()
  await signInAnew(judge, 'judge-fast-1', '/approvals')

  await test.step('the executor refers a matter', async () => {
    await page.goto(deciding)
    await expect(page.getByText('没有报请事项')).toBeVisible()
    await showsWell(page, 'deciding-empty')
    await page.getByRole('button', { name: '报请法官' }).click()
    await formOf(page).getByRole('button', { name: '报请法官' }).click()
    await expect(formOf(page)).toContainText('此项必填')
    await showsWell(page, 'deciding-refer')
    await says(page, { 报请事项: '是否变更被执行人', 请求与理由: '李某某所设个体工商户已注销，请审查。' }, '报请法官')
    await expect(card(page, '是否变更被执行人')).toContainText('待法官王某决定')
    await page.getByRole('tab', { name: /节点/ }).click()
    await expect(page.getByRole('row').filter({ hasText: '报请事项决定' })).toBeVisible()
  })

  await test.step('the judge decides with a reason', async () => {
    await judge.reload()
    const asked = judge.getByRole('listitem', { name: `${number} 报请法官决定` })
    await expect(asked).toContainText('个体工商户已注销')
    await asked.getByRole('button', { name: '同意', exact: true }).click()
    await showsWell(judge, 'deciding-decide')
    await says(judge, { 理由: '经营者应以个人财产承担责任，符合变更条件。' }, '同意')
    await expect(asked).toHaveCount(0)
    await page.goto(deciding)
    await expect(card(page, '是否变更被执行人')).toContainText('符合变更条件')
    await expect(card(page, '是否变更被执行人')).toContainText('已同意')
  })

  await test.step('the clerk records a panel with its dissent', async () => {
    const clerk = await opened(browser, 'clerk-fast-1', deciding)
    await clerk.getByRole('button', { name: '记录合议' }).click()
    const form = formOf(clerk)
    await form.getByRole('radiogroup', { name: '执行员是否同意合议结果' }).getByText('保留不同意见').click()
    await form.getByRole('button', { name: '保存' }).click()
    await expect(form.getByText('此项必填')).toHaveCount(6)
    await showsWell(clerk, 'panel-record')
    const minutes = {
      地点: '第一合议室',
      合议事项: '是否限制消费',
      讨论记录: '执行员汇报：四查仅得存款三百元。',
      合议结果: '对被执行人采取限制消费措施。',
      法官的意见: '逾期未履行，应当限制。',
      执行员的意见: '被执行人有履行意愿，可再给三日。',
    }
    await says(clerk, minutes, '保存')
    const panel = card(clerk, '是否限制消费')
    await expect(panel).toContainText('保留不同意见')
    await panel.getByRole('button', { name: '定稿送签' }).click()
    await expect(panel).toContainText(/执合〔2022〕\d+号/)
    await panel.getByRole('button', { name: '签署' }).click()
    await expect(await signs(clerk)).toHaveCount(0)
    await showsWell(clerk, 'panel-one-signed')
    await clerk.context().close()
  })

  await test.step('executor and judge sign in the order that comes; only the third makes it final', async () => {
    await page.goto('/approvals')
    const mine = page.getByRole('listitem', { name: `${number} 文书待签署` })
    await mine.getByRole('button', { name: '签署' }).click()
    await expect(await signs(page)).toHaveCount(0)
    await expect(mine).toHaveCount(0)
    await page.goto(deciding)
    await expect(card(page, '是否限制消费')).toContainText('待签署')
    await judge.goto(deciding)
    await card(judge, '是否限制消费').getByRole('button', { name: '签署' }).click()
    await expect(await signs(judge)).toHaveCount(0)
    await expect(card(judge, '是否限制消费')).toContainText('已签署')
    await showsWell(judge, 'panel-final')
    await judge.getByRole('tab', { name: /卷宗/ }).click()
    await expect(judge.getByRole('button', { name: /^合议笔录 执合/ })).toBeVisible()
  })

  await test.step('a paper that restricts a person waits for the query result, then for a second login', async () => {
    await judge.goto(`/cases/${id}?tab=papers`)
    await judge.getByRole('button', { name: '拟制文书' }).click()
    await formOf(judge).getByRole('combobox', { name: '选择文书种类' }).selectOption({ label: '限制消费令' })
    await says(judge, { 理由: '经查，被执行人未按期履行，且未报告财产。' }, '保存')
    const order = card(judge, /^限制消费令/)
    await order.getByRole('button', { name: '定稿送签' }).click()
    await expect(order).toContainText('签署前须重新验证身份')
    await order.getByRole('button', { name: '签署' }).click()
    await expect(await signs(judge)).toContainText('一(五)')
    await showsWell(judge, 'papers-no-result')
    await formOf(judge).getByRole('button', { name: '取消' }).click()

    await page.goto(`/cases/${id}?tab=dossier`)
    await page.getByRole('combobox', { name: '归入类别' }).selectOption('PROPERTY_QUERY_RESULT')
    await page.locator('input[type=file]').setInputFiles([pdf('查控结果.pdf', paper(1))])
    await expect(page.getByRole('list', { name: '上传进度' })).toContainText('已入卷')

    await judge.waitForTimeout(Math.max(0, since + STEP_UP_MS + 1_000 - Date.now()))
    await order.getByRole('button', { name: '签署' }).click()
    await expect(await signs(judge)).toContainText('请重新验证身份')
    await showsWell(judge, 'papers-step-up')
    await formOf(judge).getByRole('link', { name: '重新输入密码验证身份' }).click()
    await judge.locator('#password').fill('zhixing')
    await judge.locator('#kc-login').click()
    // Back at the act, with the paper open.
    await expect(judge).toHaveURL(new RegExp(`/cases/${id}\\?tab=papers`))
    await expect(await signs(judge)).toHaveCount(0)
    await expect(order).toContainText('王某（本案法官）')
    await expect(order).toContainText('与入卷文书一致')
    await expect(judge).not.toHaveURL(/sign=/)
    await showsWell(judge, 'papers-restricted')
  })

  await test.step('the auditor finds these acts, proves the trail and takes both along', async () => {
    const auditor = await opened(browser, 'auditor', '/audit')
    await expect(auditor.getByRole('heading', { level: 1, name: '留痕' })).toBeVisible()
    const asked = auditor.getByRole('textbox', { name: '完整案号' })
    await asked.fill('(2022)豫0505执99999999号')
    await asked.press('Enter')
    await expect(auditor.getByText('没有这个案号')).toBeVisible()
    await asked.fill(number)
    await asked.press('Enter')
    await settled(auditor)
    const row = (text: string) => auditor.locator('main tbody tr').filter({ hasText: text })
    await expect(row('报请法官决定：是否变更被执行人')).toContainText('赵某')
    await expect(row('法官同意报请事项')).toContainText('王某')
    await expect(row('签署文书：合议笔录')).toHaveCount(3)
    await row('签署文书：限制消费令').locator('summary').click()
    await expect(row('签署文书：限制消费令')).toContainText('CASE_JUDGE')
    await showsWell(auditor, 'audit-case')
    await auditor.getByRole('combobox', { name: '事项类别' }).selectOption({ label: '报请' })
    await expect(auditor.locator('main tbody tr')).toHaveCount(2)
    const taken = auditor.waitForEvent('download')
    await auditor.getByRole('link', { name: '导出 CSV' }).click()
    expect(await readFile(await (await taken).path(), 'utf8')).toContain('是否变更被执行人')
    await auditor.getByRole('tab', { name: '防篡改核验' }).click()
    await showsWell(auditor, 'audit-proof-before')
    await auditor.getByRole('button', { name: '开始核验' }).click()
    await expect(auditor.getByText('核验通过')).toBeVisible()
    await showsWell(auditor, 'audit-proof')
    const roots = auditor.waitForEvent('download')
    await auditor.getByRole('link', { name: '下载签名根' }).click()
    expect(await readFile(await (await roots).path(), 'utf8')).toContain('signature')
    await auditor.context().close()
  })
  await judge.context().close()
})

/** A suspension that waits for the director. */
const asks = (executor: Page, id: string, note: string) =>
  send(executor, `/cases/${id}/suspensions`, {
    reason: 'COURT_DISPUTE',
    from: '2022-11-01',
    resume: '2022-11-08',
    note,
  })

/** The director's list, and the one of whoever stands in. */
async function lends(browser: Browser) {
  const director = await opened(browser, 'director', '/approvals')
  await director.getByRole('button', { name: '外出委托' }).click()
  const form = formOf(director)
  await expect(form).toContainText(/因职责分离不得受托：.*曹某/)
  await form.getByRole('button', { name: '外出委托' }).click()
  await expect(form).toContainText('此项必填')
  await form.getByRole('combobox', { name: '受托人' }).selectOption({ label: '冯某' })
  await showsWell(director, 'stand-in-lend')
  await says(director, { 理由: '外出开会' }, '外出委托')
  await expect(director.getByText(/由冯某代行执行局长审批/)).toBeVisible()
  await showsWell(director, 'stand-in-lent')
  return director
}

test('who stands in for the director approves several at once, until the director is back', {
  tag: '@phone',
}, async ({ page, browser }) => {
  await signIn(page, 'executor-fast-1')
  const cases = [await ownCase(page), await ownCase(page)] as const
  for (const { id } of cases) await asks(page, id, '与外省法院就财产处置有争议，报请协调')
  const director = await lends(browser)

  const deputy = await opened(browser, 'leader-fast', '/approvals')
  await expect(deputy.getByText(/您自.*代行执行局长郑某某的审批/)).toBeVisible()
  const items = cases.map(({ number }) => deputy.getByRole('listitem', { name: `${number} 申请中止或延缓` }))
  for (const item of items) await item.locator('.el-checkbox').click()
  await showsWell(deputy, 'approvals-many')
  await deputy.getByRole('button', { name: '一并同意' }).click()
  const form = formOf(deputy)
  await expect(form).toContainText(cases[1].number)
  await showsWell(deputy, 'approvals-many-asked')

  // The director decides one of them from afar meanwhile.
  const first = director.getByRole('listitem', { name: `${cases[1].number} 申请中止或延缓` })
  await first.getByRole('button', { name: '同意', exact: true }).click()
  await expect(first).toHaveCount(0)
  await form.getByRole('button', { name: '一并同意' }).click()
  await expect(form).toContainText('共 2 项，已决定 1 项。')
  await expect(form).toContainText(`${cases[1].number} 申请中止或延缓`)
  await showsWell(deputy, 'approvals-many-done')
  await form.getByRole('button', { name: '关闭', exact: true }).click()
  for (const item of items) await expect(item).toHaveCount(0)
  await page.goto(`/cases/${cases[0].id}?tab=dates`)
  await expect(page.getByRole('article').filter({ hasText: '冯某 于' })).toContainText('暂停计算中')

  await director.getByRole('button', { name: '收回' }).click()
  await expect(director.getByText(/由冯某代行/)).toHaveCount(0)
  await deputy.reload()
  await expect(deputy.getByText('没有等待您决定的事项')).toBeVisible()
  await showsWell(deputy, 'approvals-none')
  await deputy.context().close()
  await director.context().close()
})

test('the same paper for several cases is made at once, found again and taken as one file', async ({ page }) => {
  test.skip(onPhone(), 'many cases are ticked on a desk')
  await signIn(page, 'executor-fast-1')
  const filedOn = '2022-10-30'
  const cases = [await ownCase(page, { filedOn }), await ownCase(page, { filedOn })]
  const { personId } = (await (await page.request.get('/api/v1/me')).json()) as { personId: string }
  await page.goto(`/cases?handler=${personId}&status=OPEN&filedFrom=${filedOn}&filedTo=${filedOn}`)
  await settled(page)
  for (const { number } of cases) await page.getByRole('checkbox', { name: `选择 ${number}` }).check()
  await page.getByRole('button', { name: '批量拟制文书（2）' }).click()
  const form = formOf(page)
  await form.getByRole('combobox', { name: '选择文书种类' }).selectOption({ label: '执行通知书' })
  await form.getByRole('button', { name: '开始制作' }).click()
  await expect(form.getByText('此项必填')).toHaveCount(3)
  await showsWell(page, 'papers-many')
  for (const [label, value] of [
    ['执行依据', '(2021)豫0505民初1号民事判决书'],
    ['履行内容', '向申请执行人支付借款60000元'],
    ['期限', '三日'],
  ] as const)
    await form.getByLabel(label).fill(value)
  await form.getByRole('button', { name: '开始制作' }).click()
  await expect(form).toContainText('共 2 件，已制作 2 件，等待签署。')
  await showsWell(page, 'papers-many-made')
  await form.getByRole('button', { name: '关闭', exact: true }).click()
  await expect(form).toHaveCount(0)

  await page.reload()
  await page.getByRole('button', { name: '批量文书记录' }).click()
  const batch = form.getByRole('listitem').filter({ hasText: '执行通知书' }).first()
  await expect(batch).toContainText('共 2 件，已制作 2 件')
  await showsWell(page, 'papers-batches')
  const taken = page.waitForEvent('download')
  await batch.getByRole('link', { name: '下载全部（ZIP）' }).click()
  const zip = await readFile(await (await taken).path())
  expect(zip.subarray(0, 2).toString()).toBe('PK')
  expect(zip.includes('.pdf')).toBe(true)
})
