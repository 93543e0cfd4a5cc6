import { expect, sample, showsWell, signIn, test } from './court'

test.describe('立案分流 imports the register of the case-handling system', () => {
  test('a bad register shows each error at its row, and a row can be mended in place', async ({ page }) => {
    await signIn(page, 'triage', '/triage')
    await page.locator('input[type=file]').setInputFiles(sample('register-bad.csv'))
    await expect(page.getByText('共 11 行')).toBeVisible({ timeout: 60_000 })
    await page.getByRole('tab', { name: /错误/ }).click()
    const row = (number: string) => page.getByRole('row').filter({ hasText: number })
    await expect(row('9001号')).toContainText('立案日期')
    await expect(row('9002号')).toContainText('执行标的额')
    await expect(row('9003号')).toContainText('案号')
    await expect(row('9005号')).toContainText('被执行人')
    await showsWell(page, 'register-bad')

    await row('9001号').getByRole('button', { name: '改正' }).click()
    await row('9001号').getByRole('textbox', { name: '立案日期' }).fill('2022-02-28')
    await row('9001号').getByRole('button', { name: '重新核对' }).click()
    await expect(row('9001号')).toHaveCount(0)
    const errors = page.waitForEvent('download')
    await page.getByRole('link', { name: /下载错误清单/ }).click()
    expect((await errors).suggestedFilename()).toMatch(/\.csv$/)
  })

  test('the good register becomes 240 cases, each sorted with its reason', async ({ page }) => {
    await signIn(page, 'triage', '/triage')
    await page.locator('input[type=file]').setInputFiles(sample('register-2022.csv'))
    await expect(page.getByText('共 240 行：新案件 240')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('img', { name: /快执 \d+.*普执 \d+/ })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: '标的额十万元以下' }).first()).toBeVisible()
    await showsWell(page, 'register-preview')

    await page.getByRole('button', { name: '确认导入 240 个案件' }).click()
    await expect(page.getByText('已导入 240 个案件')).toBeVisible({ timeout: 60_000 })
    await showsWell(page, 'register-done')

    // It can be left and found again.
    await page.getByRole('link', { name: '导入记录' }).click()
    await expect(page.getByRole('row').filter({ hasText: 'register-2022.csv' })).toContainText('已完成')
  })

  test('the same register once more changes nothing', async ({ page }) => {
    await signIn(page, 'triage', '/triage')
    await page.locator('input[type=file]').setInputFiles(sample('register-2022.csv'))
    await expect(page.getByText('共 240 行：新案件 0，无变化 240')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('没有可导入的新案件')).toBeVisible()
  })
})
