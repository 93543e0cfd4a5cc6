import { expect, formOf, ownCase, showsWell, signIn, test } from './court'
import { paper, pdf } from './papers'

test('a notice is drafted, read, numbered, refused to the wrong signer, signed, in the volume and served', async ({
  page,
}) => {
  await signIn(page, 'executor-fast-1')
  const { id } = await ownCase(page)
  await page.goto(`/cases/${id}?tab=papers`)
  await expect(page.getByText('还没有文书')).toBeVisible()
  await showsWell(page, 'papers-empty')

  await page.getByRole('button', { name: '拟制文书' }).click()
  const form = formOf(page)
  await form.getByRole('combobox', { name: '选择文书种类' }).selectOption({ label: '执行通知书' })
  await expect(form.getByText('依次由本案执行员签署（一(五)）')).toBeVisible()
  await expect(form.getByRole('combobox', { name: '受文人' })).toHaveValue('李某某')
  await form.getByLabel('执行依据').fill('(2021)豫0505民初1号民事判决书')
  await form.getByLabel('期限').fill('三日')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toHaveCount(0)

  // What is not filled in is asked for by its name, and takes no number.
  const card = page.getByRole('article').filter({ hasText: '执行通知书' })
  await card.getByRole('button', { name: '定稿送签' }).click()
  await expect(page.getByText('请填写“履行内容”')).toBeVisible()
  await expect(card).toContainText('未编号')
  await card.getByRole('button', { name: '修改' }).click()
  await form.getByLabel('履行内容').fill('向申请执行人支付借款60000元')
  await showsWell(page, 'papers-draft')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toHaveCount(0)

  await card.getByRole('button', { name: '阅览' }).click()
  await expect(form.locator('[data-shown]')).toHaveAttribute('data-shown', '1')
  await showsWell(page, 'papers-preview')
  await form.getByRole('button', { name: '关闭' }).first().click()
  await expect(form).toHaveCount(0)
  await card.getByRole('button', { name: '定稿送签' }).click()
  await expect(card).toContainText(/执通〔2022〕\d+号/)
  await expect(card).toContainText('待本案执行员签署（一(五)）')

  await signIn(page, 'judge-fast-1', `/cases/${id}?tab=papers`)
  await card.getByRole('button', { name: '签署' }).click()
  await form.getByRole('button', { name: '签署' }).click()
  await expect(form).toContainText('执行通知书应由本案执行员签署。')
  await expect(form).toContainText('一(五)')
  await showsWell(page, 'papers-refused')

  // Whose turn it is finds it on the first page of the day.
  await signIn(page, 'executor-fast-1', '/today')
  await expect(page.getByRole('article').filter({ hasText: '执行通知书' }).last()).toContainText('待本案执行员签署')
  await page.goto(`/cases/${id}?tab=papers`)
  await card.getByRole('button', { name: '签署' }).click()
  await expect(form).toContainText(/SHA-256 [0-9a-f]{64}/)
  await expect(form.locator('[data-shown]')).toHaveAttribute('data-shown', '1')
  await showsWell(page, 'papers-sign')
  await form.getByRole('button', { name: '签署' }).click()
  await expect(form).toHaveCount(0)
  await expect(card).toContainText('已签署')
  await expect(card).toContainText('与入卷文书一致')

  await card.getByRole('button', { name: '登记送达' }).click()
  await form.locator('input[type=file]').setInputFiles([pdf('送达回证.pdf', paper(1))])
  await expect(form.getByRole('list', { name: '上传进度' })).toBeVisible()
  await showsWell(page, 'papers-serve')
  await form.getByRole('button', { name: '登记送达' }).click()
  await expect(card).toContainText('直接送达，李某某')
  await showsWell(page, 'papers-served')

  await page.getByRole('tab', { name: /卷宗/ }).click()
  await expect(page.getByRole('button', { name: /^执行通知书 执通〔2022〕\d+号（李某某）$/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^送达回证 执行通知书/ })).toBeVisible()
})
