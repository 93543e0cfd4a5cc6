import { expect, formOf, onPhone, pickDay, settled, showsWell, signIn, test, today, todayFile } from './court'
import { arrives, read } from './money'

// What binds the court's money for good: a month that is closed, and who signs what sum.
test.setTimeout(120_000)

const NOW = '2022-11-01'

test('a month whose days agree is closed for good: what would be booked into it is refused', async ({ page }) => {
  test.skip(!todayFile, 'the court’s day cannot be moved')
  await signIn(page, 'funds', '/funds/reconciliation?month=2022-09')
  const closed = async () => (await read<{ month: string }[]>(page, '/ledger/months')).length
  const tag = page.getByText(/曹某 于 2022-11-01 结账/)
  try {
    // Both widths share the court: the second one finds the month closed.
    if (!(await closed())) {
      await today(page, '2022-09-30')
      await arrives(page, '九月的款项', '1234.50', '2022-09-30', '某某物业公司')
      await today(page, NOW)
      await page.reload()
      const day = page.getByRole('row').filter({ hasText: '2022-09-30' })
      await expect(day).toContainText('一致')
      await showsWell(page, 'money-month-open')
      await page.getByRole('button', { name: '2022-09 结账' }).click()
      await showsWell(page, 'money-month-close')
      await formOf(page).getByRole('button', { name: '2022-09 结账' }).click()
      await expect(formOf(page)).toBeHidden()
    }
    await expect(tag).toBeVisible()
    await expect(page.getByRole('button', { name: '2022-09 结账' })).toHaveCount(0)
    await showsWell(page, 'money-month-closed')

    // Whoever would still book in September is told why not, and the money stays where it was.
    const { items } = await read<{ items: { number: string }[] }>(page, '/cases?status=OPEN&sort=filedOn&limit=1')
    const number = items[0]?.number ?? ''
    await today(page, '2022-09-30')
    await page.goto('/funds?tab=suspense')
    const item = page.getByRole('article').filter({ hasText: '九月的款项' })
    await item.getByRole('button', { name: '认领', exact: true }).click()
    await formOf(page).getByRole('searchbox', { name: '案号或当事人' }).fill(number)
    await formOf(page).getByRole('radio').first().check()
    await formOf(page).getByRole('textbox', { name: '认领理由' }).fill('与付款人电话核对')
    await formOf(page).getByRole('button', { name: '认领', exact: true }).click()
    await expect(formOf(page).getByRole('alert')).toContainText('该月已结账')
    await expect(formOf(page).getByRole('alert')).toContainText('请记入当前月份')
    await showsWell(page, 'money-month-backdated')
  } finally {
    await today(page, NOW)
  }
})

test('the administrator publishes who signs what sum, from a day on', async ({ page }) => {
  await signIn(page, 'admin', '/admin?tab=funds')
  const above = onPhone() ? '200000.00' : '300000.00'
  await page.getByRole('button', { name: '发布新版本' }).click()
  const form = formOf(page)
  await form.getByRole('textbox', { name: '超过此数须主管院长审批' }).fill('三十万')
  await form.getByRole('textbox', { name: '理由' }).fill('院党组会议决定')
  // Far off, so that it changes no other story's sums.
  await pickDay(form.getByLabel('施行日期'), onPhone() ? '2023-07-01' : '2023-06-01')
  await form.getByRole('button', { name: '发布', exact: true }).click()
  await expect(form.locator('.el-form-item__error, [role=alert]').first()).toBeVisible()
  await showsWell(page, 'money-policy-refused')
  await form.getByRole('textbox', { name: '超过此数须主管院长审批' }).fill(above)
  await form.getByRole('button', { name: '发布', exact: true }).click()
  await expect(form).toBeHidden()
  await settled(page)
  const row = page.getByRole('row').filter({ hasText: above.replace('000.00', ',000.00') })
  await expect(row).toContainText('院党组会议决定')
  await expect(row).toContainText('姜某')
  await expect(row).not.toContainText('现行')
  await expect(page.getByRole('row').filter({ hasText: '¥500,000.00' })).toContainText('现行')
  await showsWell(page, 'money-policy')
})
