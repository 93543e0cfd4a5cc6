import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, formOf, ownCase, showsWell, signIn, test } from './court'
import { saidBy, textOf } from './pdftext'

const AT = '/admin?tab=papers&kind=ENFORCEMENT_NOTICE'
const text = (page: Page) => page.getByRole('textbox', { name: '模板内容' })

/** The case's newest paper, as its page lists it. */
async function newest(page: Page, caseId: string) {
  const answer = await page.request.get(`/api/v1/cases/${caseId}/papers`)
  const { items } = (await answer.json()) as { items: { id: string; template: number; number: string | null }[] }
  return items[0]!
}

/** Drafts the case's nth notice, and answers the card that shows it: the newest comes first. */
async function draft(page: Page, nth: number, duty: string) {
  const cards = page.getByRole('article').filter({ hasText: '执行通知书' })
  await page.getByRole('button', { name: '拟制文书' }).click()
  const form = formOf(page)
  await form.getByRole('combobox', { name: '选择文书种类' }).selectOption({ label: '执行通知书' })
  await form.getByLabel('执行依据').fill('(2021)豫0505民初1号民事判决书')
  await form.getByLabel('履行内容').fill(duty)
  await form.getByLabel('期限').fill('三日')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toHaveCount(0)
  await expect(cards).toHaveCount(nth)
  return cards.first()
}

test('the court words its notice anew: refused at a word nobody knows, tried on a case, published, and drafted by', async ({
  page,
}) => {
  // A story that began anew after a failure finds its own sentence, and not the one of its first try.
  const sentence = `履行确有困难的，请于三日内书面说明（第${Date.now() % 10_000_000}号提示）。`
  await signIn(page, 'executor-fast-1')
  const { id, number } = await ownCase(page)
  await page.goto(`/cases/${id}?tab=papers`)
  const first = await draft(page, 1, '向申请执行人支付借款60000元')
  await first.getByRole('button', { name: '定稿送签' }).click()
  await expect(first).toContainText(/执通〔2022〕\d+号/)
  const older = await newest(page, id)

  await page.context().clearCookies()
  await signIn(page, 'admin', AT)
  const had = await text(page).inputValue()
  expect(had).toContain('{履行内容}')
  await showsWell(page, 'templates')
  await text(page).fill(had.replace('[印章]', `${sentence}\n{被执行}\n\n[印章]`))
  await page.getByRole('textbox', { name: /^案号/ }).fill(number)
  await page.getByRole('button', { name: '预览' }).click()
  const at = had.split('\n').indexOf('[印章]') + 2
  await expect(page.getByRole('alert')).toContainText(`第 ${at} 行：没有名为“被执行”的变量`)
  await expect(text(page)).toHaveValue(/\{被执行\}/)
  await showsWell(page, 'templates-refused')

  await text(page).fill(had.replace('[印章]', `${sentence}\n\n[印章]`))
  await page.getByRole('button', { name: '预览' }).click()
  const form = formOf(page)
  await expect(form.locator('[data-shown]')).toHaveAttribute('data-shown', '1')
  await showsWell(page, 'templates-preview')
  await form.getByRole('button', { name: '关闭' }).first().click()
  await expect(form).toHaveCount(0)
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载预览 PDF' }).click(),
  ])
  const tried = await textOf(await readFile(await taken.path()))
  expect(tried).toContain(sentence)
  expect(tried).toContain(number)

  await page.getByRole('button', { name: '发布新版' }).click()
  await expect(form).toContainText('已定稿的文书不变')
  await form.getByRole('textbox').fill('提示被执行人说明困难')
  await showsWell(page, 'templates-publish')
  await form.getByRole('button', { name: '发布新版' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByText(/^第 \d+ 版，姜某发布：提示被执行人说明困难$/)).toBeVisible()
  await showsWell(page, 'templates-published')

  await page.context().clearCookies()
  await signIn(page, 'executor-fast-1', `/cases/${id}?tab=papers`)
  const second = await draft(page, 2, '向申请执行人返还车辆')
  const newer = await newest(page, id)
  expect(newer.template).toBeGreaterThan(older.template)
  expect(await saidBy(page, newer.id)).toContain(sentence)
  await second.getByRole('button', { name: '阅览' }).click()
  await expect(form.locator('[data-shown]')).toHaveAttribute('data-shown', '1')
  await showsWell(page, 'templates-drafted')
  await form.getByRole('button', { name: '关闭' }).first().click()

  const kept = await saidBy(page, older.id)
  expect(kept).toContain(older.number)
  expect(kept).not.toContain(sentence)
})

test('the templates are read by leaders, who change nothing', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'president', AT)
  await expect(text(page)).toHaveValue(/\{履行内容\}/)
  await expect(text(page)).not.toBeEditable()
  await expect(page.getByRole('button', { name: '发布新版' })).toHaveCount(0)
  await page.getByRole('combobox', { name: '文书种类' }).selectOption({ label: '结案通知书' })
  await expect(page.getByText('系统自带模板')).toBeVisible()
  await expect(text(page)).toHaveValue(/结案通知书/)
  await showsWell(page, 'templates-read')
})
