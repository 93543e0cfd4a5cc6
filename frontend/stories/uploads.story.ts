import { expect, formOf, onPhone, showsWell, signIn, test } from './court'

test('the administrator takes a kind of files no more, from a day on', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'admin', '/admin?tab=uploads')
  // One court serves both widths: each gives up a kind of its own.
  const kind = onPhone() ? 'TIFF 图片' : 'HEIC 图片'
  const rules = page.getByRole('region', { name: '文件上传规则' })
  await expect(rules.getByRole('definition').filter({ hasText: kind })).toContainText('100 MB')
  await rules.getByRole('button', { name: '发布新版本' }).click()
  const form = formOf(page)
  await form.getByText(kind).click()
  await expect(form.getByLabel(`${kind}单个文件上限，MB`)).toBeDisabled()
  await form.getByLabel('WAV 音频单个文件上限，MB').fill('1024')
  await showsWell(page, 'upload-rules-publish')
  await form.getByRole('button', { name: '发布' }).click()
  // Without a reason it is refused at its field.
  await expect(form.getByText('必填').or(form.locator('.el-form-item__error')).first()).toBeVisible()
  await form.getByLabel('理由').fill(`阅片终端打不开${kind}`)
  await form.getByRole('button', { name: '发布' }).click()
  await expect(form).toBeHidden()
  const row = rules.getByRole('row').filter({ hasText: `阅片终端打不开${kind}` }).first()
  await expect(row).toBeVisible()
  await showsWell(page, 'upload-rules-versions')
})
