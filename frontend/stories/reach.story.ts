import { expect, showsWell, signIn, test } from './court'

test('a person chooses how to be told and subscribes to the due dates', { tag: '@phone' }, async ({ page }, info) => {
  // One court serves both widths: each has a person of its own.
  await signIn(page, info.project.name === 'office-390' ? 'executor-fast-2' : 'executor-fast-1')
  await page.getByRole('button', { name: /账户、语言与外观/ }).click()
  await page.getByRole('link', { name: '我的设置' }).click()
  await page.getByLabel('邮箱地址').fill('not an address')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('邮箱地址无法识别')).toBeVisible()
  await page.getByLabel('邮箱地址').fill('zhao@court.example')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()

  await page.getByRole('button', { name: '生成订阅地址' }).click()
  const url = await page.getByLabel(/订阅地址/).inputValue()
  await showsWell(page, 'my-settings')
  const calendar = await page.request.get(new URL(url).pathname)
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR')

  // Shown once: after a reload nobody sees it, and revoked it opens nothing.
  await page.reload()
  await expect(page.getByText('地址不再显示')).toBeVisible()
  await page.getByRole('button', { name: '停用订阅' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认' }).click()
  await expect(page.getByText('尚未开通')).toBeVisible()
  expect((await page.request.get(new URL(url).pathname)).status()).toBe(404)
})

test('the administrator sets the channels, is kept from the inside, and sees whom nothing reaches', async ({
  page,
}) => {
  await signIn(page, 'admin', '/admin?tab=channels')
  await expect(page.getByRole('heading', { name: '本院设置' })).toBeVisible()
  await page.getByLabel('网关地址').fill('https://169.254.169.254/latest')
  await page.getByLabel('签名密钥').fill('a-secret-of-this-court')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('不能指向内部网络地址')).toBeVisible()
  await page.getByLabel('网关地址').fill('https://gateway.example.org/zhixing')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await expect(page.getByLabel('签名密钥')).toHaveAttribute('placeholder', '已设置，留空则不变')
  await expect(page.getByText('没有未送达的通知')).toBeVisible()
  await showsWell(page, 'channels')

  await page.getByRole('button', { name: /^更改：.*（archive）/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('邮箱地址').fill('archive@court.example')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: 'archive@court.example' })).toBeVisible()
  await showsWell(page, 'reached-people')
})
