import { expect, pickLast, settled, showsWell, signIn, test } from './court'

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
  const dialog = page.getByRole('dialog')
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

for (const tab of ['triage', 'calendar', 'signing']) {
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
