import { Buffer } from 'node:buffer'
import { caseOf, expect, formOf, onPhone, showsWell, signIn, test } from './court'
import { paper, pdf } from './papers'

test('what is filed completes its node, is read with a watermark, and its removal opens the node again', {
  tag: '@phone',
}, async ({ page }) => {
  await signIn(page, 'executor-fast-1')
  const me = (await (await page.request.get('/api/v1/me')).json()) as { name: string }
  // One court serves both widths: each takes a case of its own.
  const { id } = await caseOf(page, { filedFrom: '2022-10-24', filedTo: '2022-11-01' }, onPhone() ? 1 : 0)
  await page.goto(`/cases/${id}`)
  const node = page.getByRole('row').filter({ hasText: '首次约谈' }).first()
  await expect(node.getByRole('button', { name: '上传约谈笔录' })).toBeVisible()
  await page.getByRole('tab', { name: /卷宗/ }).click()
  await expect(page.getByText(/还缺 \d+ 类材料/)).toBeVisible()
  // What is due first is what one has most likely come to file.
  await expect(page.getByRole('combobox', { name: '归入类别' })).toHaveValue('INTERVIEW_RECORD')
  await showsWell(page, 'dossier-empty')

  await page
    .locator('input[type=file]')
    .setInputFiles([
      pdf('约谈笔录.pdf', paper(3)),
      pdf('夹带.pdf', Buffer.from('%PDF-1.7\n<script>alert(1)</script>\n%%EOF')),
    ])
  const sent = page.getByRole('list', { name: '上传进度' })
  await expect(sent.getByRole('listitem').filter({ hasText: '约谈笔录.pdf' })).toContainText('已入卷')
  const evil = sent.getByRole('listitem').filter({ hasText: '夹带.pdf' })
  await expect(evil).toContainText('未接收')
  await expect(evil).toContainText('文件中夹带其他内容')
  await expect(evil).toContainText('请用原软件重新导出后上传')
  await expect(page.getByText('节点“首次约谈”已完成。')).toBeVisible()
  const item = page.getByRole('row').filter({ has: page.getByRole('button', { name: '约谈笔录', exact: true }) })
  await expect(item).toHaveCount(1)
  await showsWell(page, 'dossier-filed')

  await page.getByRole('button', { name: '约谈笔录', exact: true }).click()
  const sheet = page.locator('[data-shown]')
  await expect(sheet).toHaveAttribute('data-shown', '1')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/page=2/)
  await expect(sheet).toHaveAttribute('data-shown', '2')
  // The address is the view.
  await page.reload()
  await expect(sheet).toHaveAttribute('data-shown', '2')
  await expect(page.getByTestId('watermark')).toContainText(new RegExp(`${me.name} \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d`))
  const inked = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [255] }
    return data.some((value, i) => i % 4 === 0 && value < 128)
  })
  expect(inked, 'the page has ink').toBe(true)
  await showsWell(page, 'dossier-viewer')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByTestId('watermark')).toBeVisible()
  await expect(page.locator('#app')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/item=/)

  await item.getByRole('button', { name: '移除' }).click()
  await expect(formOf(page)).toContainText('恢复为未完成')
  await formOf(page).getByRole('textbox').fill('扫描不清')
  await formOf(page).getByRole('button', { name: '移除' }).click()
  await expect(formOf(page)).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: '“约谈笔录”已移除' })).toContainText(
    '节点“首次约谈”恢复为未完成',
  )
  await expect(item).toContainText('已移除：扫描不清')
  await showsWell(page, 'dossier-removed')
  await page.getByRole('tab', { name: /节点/ }).click()
  await expect(node.getByRole('button', { name: '上传约谈笔录' })).toBeVisible()
})
