import { expect, settled, showsWell, signIn, signInAnew, test } from './court'

test('signed out there is one button, and an ended session keeps the address', { tag: '@phone' }, async ({
  page,
  context,
}) => {
  await page.goto('/cases?team=FAST')
  await expect(page.getByRole('link')).toHaveCount(1)
  await showsWell(page, 'signed-out')
  await signInAnew(page, 'triage', '/cases?team=FAST')
  await expect(page).toHaveURL(/\/cases\?team=FAST/)
  await settled(page)
  await context.clearCookies()
  await page.getByRole('searchbox').fill('王')
  await expect(page.getByRole('heading', { name: '登录已过期' })).toBeVisible()
  await expect(page).toHaveURL(/team=FAST/)
  await showsWell(page, 'session-expired')
})

test('whoever signs out is out, here and at the login page', async ({ page }) => {
  await signInAnew(page, 'archive', '/cases')
  await page.getByRole('button', { name: /账户、语言与外观/ }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('link', { name: '登录' })).toBeVisible()
  await expect(page).toHaveURL((url) => url.pathname === '/' && !url.search)
  expect((await page.request.get('/api/v1/me', { headers: { 'X-Requested-With': 'JavaScript' } })).ok()).toBe(false)
  await page.getByRole('link', { name: '登录' }).click()
  await expect(page.locator('#password')).toBeVisible()
})

test('a forgotten session is ended from another device, and wants the password then', async ({ page, browser }) => {
  const forgotten = await (await browser.newContext()).newPage()
  await signInAnew(forgotten, 'quality', '/cases')
  await signInAnew(page, 'quality', '/settings')
  const sessions = page.getByRole('region', { name: '登录的设备' })
  await expect(sessions.getByText('本设备')).toHaveCount(1)
  await showsWell(page, 'settings')
  await sessions.getByRole('button', { name: /结束/ }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '结束登录' }).click()
  await expect(sessions.getByRole('button', { name: /结束/ })).toHaveCount(0)
  // As the open page sees it at its next question; the answer takes the cookie away.
  const asked = await forgotten.request.get('/api/v1/me', { headers: { 'X-Requested-With': 'JavaScript' } })
  expect(asked.ok()).toBe(false)
  await forgotten.goto('/cases')
  await forgotten.getByRole('link', { name: '登录' }).click()
  await expect(forgotten.locator('#password')).toBeVisible()
  await page.reload()
  await expect(sessions.getByText('本设备')).toBeVisible()
  await forgotten.context().close()
})

const SCREENS: [string, string, string, string][] = [
  ['today-executor', 'executor-fast-1', '/today', '今日'],
  ['today-president', 'president', '/today', '今日'],
  ['cases', 'director', '/cases', '案件'],
  ['triage', 'triage', '/triage', '立案分流'],
  ['new-case', 'triage', '/triage/new', '手工立案'],
  ['tools', 'judge-fast-1', '/tools', '试算'],
  ['calendar', 'admin', '/admin', '管理'],
  ['triage-rules', 'director', '/admin?tab=triage', '管理'],
  ['node-rules', 'director', '/admin?tab=nodes', '管理'],
  ['upload-rules', 'director', '/admin?tab=uploads', '管理'],
]
for (const [name, user, path, heading] of SCREENS) {
  test(`${name} shows well`, async ({ page }) => {
    await signIn(page, user, path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await showsWell(page, name)
  })
}

test('dark and English show as well', async ({ page }) => {
  await signIn(page, 'director', '/nodes')
  await page.getByRole('button', { name: /账户、语言与外观/ }).click()
  await page.getByRole('combobox', { name: /^外观/ }).selectOption('dark')
  await page.getByRole('combobox', { name: /^语言/ }).selectOption('en')
  await expect(page.getByRole('heading', { name: 'Node board' })).toBeVisible()
  await page.keyboard.press('Escape')
  await showsWell(page, 'node-board-dark-en')
  await page.goto('/cases')
  await showsWell(page, 'cases-dark-en')
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(ground).toBe('rgb(20, 25, 30)')
})

test('the deadline calculator explains a holiday', async ({ page }) => {
  await signIn(page, 'judge-fast-1', '/tools')
  const tool = page.getByRole('region', { name: '期限试算' })
  const start = tool.getByRole('combobox', { name: '起始日' })
  await start.fill('2022-09-28')
  await start.press('Enter')
  await tool.getByRole('button', { name: '计算', exact: true }).click()
  await expect(tool.getByText('2022-10-08').first()).toBeVisible()
  await expect(tool.getByRole('figure')).toContainText('节假日')
  await showsWell(page, 'deadline')
})

test('a case is filed by hand while triage is seen to think along', async ({ page }, info) => {
  await signIn(page, 'triage', '/triage/new')
  const serial = info.project.name === 'office-390' ? 8390 : 8440
  await page.getByRole('textbox', { name: '案号' }).fill(`(2022)豫0505执${serial}号`)
  await page.getByRole('textbox', { name: '案由' }).fill('买卖合同纠纷')
  await page.getByRole('textbox', { name: '执行标的额' }).fill('100000.01')
  const preview = page.getByRole('region', { name: '分流试算' })
  await expect(preview).toContainText('普执')
  await page.getByRole('textbox', { name: '姓名或名称' }).first().fill('王某')
  await page.getByRole('textbox', { name: '姓名或名称' }).last().fill('李某某')
  await page.getByRole('combobox', { name: '当事人类型' }).last().selectOption('ENTERPRISE')
  await expect(preview).toContainText('一方涉企')
  await page.getByRole('button', { name: '立案', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`执${serial}号`)
  await expect(page.getByText('首次约谈').first()).toBeVisible()
  for (const tab of ['账户', '时间线']) {
    await page.getByRole('tab', { name: tab }).click()
    await showsWell(page, `case-${tab}`)
  }
})
