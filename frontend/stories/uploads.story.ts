import { expect, formOf, showsWell, signIn, test } from './court'

test('the administrator takes a kind of files no more, from a day on', async ({ page }) => {
  await signIn(page, 'admin', '/admin?tab=uploads')
  const rules = page.getByRole('region', { name: '文件上传规则' })
  await expect(rules.getByRole('definition').filter({ hasText: 'HEIC 图片' })).toContainText('100 MB')
  await rules.getByRole('button', { name: '发布新版本' }).click()
  const form = formOf(page)
  await form.getByText('HEIC 图片').click()
  await expect(form.getByLabel('HEIC 图片单个文件上限，MB')).toBeDisabled()
  await form.getByLabel('WAV 音频单个文件上限，MB').fill('1024')
  await form.getByRole('button', { name: '发布', exact: true }).click()
  // Without a reason it is refused at its field.
  await expect(form.locator('.el-form-item__error')).toBeVisible()
  await showsWell(page, 'upload-rules-publish')
  await form.getByLabel('理由').fill('阅片终端打不开 HEIC 图片')
  await form.getByRole('button', { name: '发布', exact: true }).click()
  await expect(form).toBeHidden()
  const row = rules.getByRole('row').filter({ hasText: '阅片终端打不开' })
  await expect(row).toContainText('HEIC 图片 100 MB → 不接收')
  await expect(row).toContainText('WAV 音频 2 GB → 1 GB')
  await showsWell(page, 'upload-rules-versions')
})
