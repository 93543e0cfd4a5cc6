import type { Page } from '@playwright/test'
import { expect, formOf, pickLast, settled, showsWell, signIn, test } from './court'

test('an admin drafts a shorter period, tries it on the open cases, publishes it and finds it in the history', async ({
  page,
}, info) => {
  // The court is shared by both widths: each takes a period of its own and a day after the other's.
  const [period, day] = info.project.name === 'office-390' ? ['34', '2032-02-02'] : ['35', '2032-02-01']
  await signIn(page, 'admin', '/admin?tab=nodes&view=draft')
  const field = page.getByLabel('快执结案：期限', { exact: true })
  await field.fill('0')
  await page.getByRole('button', { name: '保存草案' }).click()
  await expect(page.getByRole('row').filter({ hasText: '快执结案' }).getByRole('alert')).toBeVisible()

  await field.fill(period)
  await page.getByRole('button', { name: '保存草案' }).click()
  await expect(page.getByText('快执结案 · 期限')).toBeVisible()
  await page.getByRole('button', { name: '模拟', exact: true }).click()
  const result = page.getByRole('region', { name: '模拟结果' })
  await expect(result).toContainText('今日超期的节点')
  await settled(page)
  await showsWell(page, 'policy-simulation')

  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = formOf(page)
  await dialog.getByRole('combobox').fill(day)
  await dialog.getByRole('combobox').press('Enter')
  await dialog.getByRole('textbox').last().fill('缩短快执期限')
  await showsWell(page, 'policy-publish')
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: '已发布' })).toContainText(day)

  await page.getByRole('button', { name: '历史', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: '缩短快执期限' }).first()).toBeVisible()
  await expect(page.getByText('快执结案 · 期限')).toBeVisible()
  await showsWell(page, 'policy-history')
})

/** Both widths publish in one court, each a day after the one before. */
async function dayAfterTheLast(page: Page) {
  const known = (await (await page.request.get('/api/v1/signing-policies')).json()) as { effectiveFrom: string }[]
  const last = ['2032-02-29', ...known.map((v) => v.effectiveFrom)].sort().at(-1)
  const day = new Date(`${last}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

// Far ahead and of one kind only: no other story's paper is signed by it.
test('the signing rules are drafted, published and read as they are in force and as they were', {
  tag: '@phone',
}, async ({ page }) => {
  await signIn(page, 'admin', '/admin?tab=signing&view=draft')
  const day = await dayAfterTheLast(page)
  await page.getByRole('checkbox', { name: '结案通知书：重新登录' }).click()
  // The last row is far down: what saves it stays within reach, and not behind the court's own bar.
  const bar = await page.getByRole('banner').boundingBox()
  const save = await page.getByRole('button', { name: '保存草案' }).boundingBox()
  expect(save?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0))
  await showsWell(page, 'policy-signing')
  await page.getByRole('button', { name: '保存草案' }).click()
  await expect(page.getByText('结案通知书 · 重新登录')).toBeVisible()
  await showsWell(page, 'policy-signing-changed')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = formOf(page)
  await dialog.getByRole('combobox').fill(day)
  await dialog.getByRole('combobox').press('Enter')
  await dialog.getByRole('textbox').last().fill('结案重新登录')
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await expect(dialog).toBeHidden()

  await page.getByRole('button', { name: '历史', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: '结案重新登录' }).first()).toBeVisible()
  await expect(page.getByText('结案通知书 · 重新登录')).toBeVisible()
  await showsWell(page, 'policy-signing-history')
  await page.getByRole('button', { name: '现行', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: '合议笔录' }).first()).toContainText('本团队书记员')
  await showsWell(page, 'policy-signing-now')
})

for (const tab of ['triage', 'calendar']) {
  test(`the draft of the ${tab} shows well`, async ({ page }) => {
    await signIn(page, 'admin', `/admin?tab=${tab}&view=draft`)
    await expect(page.getByRole('button', { name: '保存草案' })).toBeVisible()
    await showsWell(page, `policy-${tab}`)
  })
}

test('a team leader sees who is loaded and gives cases to others from there', async ({ page }) => {
  await signIn(page, 'leader-fast', '/forecast')
  const numbers = page.getByRole('region', { name: '各团队、各人每日到期的节点' })
  await expect(numbers).toBeVisible()
  await showsWell(page, 'forecast')
  await numbers.getByRole('button').first().click()
  const behind = page.getByRole('region', { name: '数字背后的节点' })
  await behind
    .getByRole('row')
    .getByRole('checkbox', { name: /执\d+号/ })
    .first()
    .check()
  await showsWell(page, 'forecast-behind')
  await behind.getByRole('button', { name: '调整承办人（1 件）' }).click()
  const dialog = page.getByRole('dialog')
  for (const role of ['法官', '执行员']) {
    await pickLast(page, dialog.getByRole('combobox', { name: role }))
  }
  await dialog.getByRole('textbox').fill('均衡工作量')
  await showsWell(page, 'forecast-reassign')
  await dialog.getByRole('button', { name: '调整承办人', exact: true }).click()
  await expect(dialog).toBeHidden()
})
