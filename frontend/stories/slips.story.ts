import { caseOf, expect, formOf, onPhone, pickDay, settled, showsWell, signIn, test } from './court'
import { pdf } from './papers'

test('node control urges, the addressee answers with evidence, it goes back once and is confirmed', async ({
  page,
  browser,
}) => {
  // The court is shared by both widths: each has an executor of its own.
  const executor = onPhone() ? 'executor-ordinary-2' : 'executor-ordinary-1'
  const other = await (await browser.newContext({ viewport: page.viewportSize() })).newPage()
  await signIn(other, executor)
  const { id, number } = await caseOf(other, { filedTo: '2022-10-20' }, 0, 'team=ORDINARY&overdue=true')

  await signIn(page, 'node-control', `/cases/${id}`)
  const interview = page.getByRole('row').filter({ hasText: '首次约谈' }).first()
  await interview.getByRole('button', { name: '催办' }).click()
  const dialog = formOf(page)
  await dialog.getByRole('button', { name: '催办' }).click()
  await expect(dialog).toContainText('此项必填')
  await dialog.getByRole('textbox').fill('首次约谈超期，请说明原因并上传笔录')
  await pickDay(dialog.getByLabel('应答复日期'), '2022-11-03')
  await showsWell(page, 'slip-urge')
  await dialog.getByRole('button', { name: '催办' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('tab', { name: '督办' }).click()
  const slip = page.getByRole('article', { name: /督办〔2022〕/ }).filter({ hasText: number })
  await expect(slip).toContainText('2022-11-03')

  const answer = async (text: string) => {
    await other.goto('/today')
    const mine = other.getByRole('article', { name: /督办〔2022〕/ }).filter({ hasText: number })
    await mine.getByRole('button', { name: '答复' }).click()
    const form = formOf(other)
    await form.getByRole('textbox').fill(text)
    await form.locator('input[type=file]').setInputFiles(pdf('约谈笔录.pdf'))
    await form.getByRole('button', { name: '答复' }).click()
    await expect(form).toBeHidden()
    await expect(mine).toHaveCount(0)
  }
  await answer('被执行人在外地，已电话约谈')
  await page.goto('/today')
  const answered = page.getByRole('article', { name: /督办〔2022〕/ }).filter({ hasText: number })
  await expect(answered.getByRole('link', { name: '约谈笔录.pdf' })).toBeVisible()
  await showsWell(page, 'slip-answered')
  await answered.getByRole('button', { name: '退回' }).click()
  await dialog.getByRole('textbox').fill('笔录缺签字')
  await pickDay(dialog.getByLabel('应答复日期'), '2022-11-04')
  await dialog.getByRole('button', { name: '退回' }).click()
  await expect(dialog).toBeHidden()
  await answer('已补签')
  await other.context().close()

  await page.reload()
  await expect(answered).toContainText('笔录缺签字')
  await answered.getByRole('button', { name: '确认办结' }).click()
  await expect(answered).toHaveCount(0)
  await page.goto(`/cases/${id}?tab=slips`)
  await expect(slip).toContainText('已确认')
  await showsWell(page, 'slip-confirmed')
  await page.getByRole('tab', { name: '时间线' }).click()
  for (const step of ['节点管控发出督办', '被执行人在外地', '节点管控退回', '已补签', '节点管控确认']) {
    await expect(page.getByRole('listitem').filter({ hasText: step }).first()).toBeVisible()
  }
})

test('node control urges many at once and hears which were passed over', async ({ page }) => {
  // Each width takes the late nodes of another team.
  await signIn(page, 'node-control', `/nodes?view=list&state=OVERDUE&team=${onPhone() ? 'SPECIAL' : 'AFFAIRS'}`)
  await settled(page)
  const boxes = page.getByRole('checkbox', { name: /^选择 .*号/ })
  for (const at of [0, 1]) await boxes.nth(at).check()
  await page.getByRole('button', { name: '催办所选（2）' }).click()
  const dialog = formOf(page)
  await dialog.getByRole('textbox').fill('请于答复日前整改')
  await dialog.getByRole('button', { name: '催办' }).click()
  await expect(page.getByText(/已发出 2 张：督办〔2022〕/)).toBeVisible()
  await expect(dialog).toBeHidden()
  for (const at of [0, 1]) await boxes.nth(at).check()
  await page.getByRole('button', { name: '催办所选（2）' }).click()
  await dialog.getByRole('textbox').fill('请于答复日前整改')
  await dialog.getByRole('button', { name: '催办' }).click()
  await expect(page.getByText(/已有未了结的督办单/).first()).toBeVisible()
})
