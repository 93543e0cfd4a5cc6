import type { Page } from '@playwright/test'
import { expect, formOf, ownCase, pickDay, showsWell, signIn, test } from './court'
import { paper, pdf } from './papers'

// The story of a fast case and its six people: who signs what, and who is refused under which clause.
const card = (page: Page, kind: string) => page.getByRole('article').filter({ hasText: kind })

/** Drafts a paper of that kind with what its template asks, and fixes it for signature. */
async function draft(page: Page, kind: string, fields: Record<string, string>) {
  await page.getByRole('button', { name: '拟制文书' }).click()
  const form = formOf(page)
  await form.getByRole('combobox', { name: '选择文书种类' }).selectOption({ label: kind })
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true })
    await (/^\d{4}-\d\d-\d\d$/.test(value) ? pickDay(field, value) : field.fill(value))
  }
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toHaveCount(0)
  await card(page, kind).getByRole('button', { name: '定稿送签' }).click()
  await expect(card(page, kind)).toContainText('待签署')
}

/** Presses the signature under the paper; answers the form, which stays where it was refused. */
async function press(page: Page, kind: string) {
  await card(page, kind).getByRole('button', { name: '签署' }).click()
  const form = formOf(page)
  await expect(form.locator('[data-shown]')).toHaveAttribute('data-shown', '1')
  await form.getByRole('button', { name: '签署' }).click()
  return form
}

async function signs(page: Page, kind: string) {
  await expect(await press(page, kind)).toHaveCount(0)
  await expect(card(page, kind)).toContainText('与入卷文书一致')
}

/** The wrong hand is refused by name of the right one, with the clause. */
async function refused(page: Page, kind: string, whose: string) {
  const form = await press(page, kind)
  await expect(form).toContainText(`${kind}应由${whose}签署。`)
  await expect(form).toContainText('一(五)')
  await form.getByRole('button', { name: '取消' }).click()
  await expect(form).toHaveCount(0)
}

test('a fast case is signed by whom the rule names, and by nobody else, until it leaves for the ordinary team', async ({
  page,
}) => {
  await signIn(page, 'executor-fast-1')
  const { id, number } = await ownCase(page)
  const papers = `/cases/${id}?tab=papers`
  const deciding = `/cases/${id}?tab=deciding`

  // The executor writes the notice and the record, and refers a matter to the judge.
  await page.goto(papers)
  await draft(page, '执行通知书', {
    执行依据: '(2021)豫0505民初1号民事判决书',
    履行内容: '支付借款60000元',
    期限: '三日',
  })
  const said = {
    时间: '2022年11月1日9时',
    地点: '执行局',
    在场人: '李某某',
    记录人: '吕某某',
    记录: '问：是否履行？答：会的。',
  }
  await draft(page, '执行笔录', said)
  await page.goto(deciding)
  await page.getByRole('button', { name: '报请法官' }).click()
  await formOf(page).getByLabel('报请事项').fill('是否冻结被执行人银行存款')
  await formOf(page).getByLabel('请求与理由').fill('查得存款，拟冻结六万元，请审查。')
  await formOf(page).getByRole('button', { name: '报请法官' }).click()
  await expect(page.getByRole('article', { name: '是否冻结被执行人银行存款' })).toContainText('待法官王某决定')
  await showsWell(page, 'deciding-referred')

  // The judge may sign neither, decides, and orders: dispatch and ruling.
  await signIn(page, 'judge-fast-1', papers)
  await refused(page, '执行通知书', '本案执行员')
  await refused(page, '执行笔录', '本案执行员')
  await draft(page, '派单', { 事项: '赴银行冻结存款', 地点: '某银行安阳分行', '答复（完成）期限': '2022-11-08' })
  const ruling = {
    理由: '被执行人未履行义务，查得其有存款。',
    财产: '某银行安阳分行账户',
    期限: '一年',
    '金额（元）': '60000',
  }
  await draft(page, '执行裁定书（冻结）', ruling)
  await page.goto('/approvals')
  const asked = page.getByRole('listitem', { name: `${number} 报请法官决定` })
  await expect(asked).toContainText('查得存款')
  await asked.getByRole('button', { name: '同意', exact: true }).click()
  await formOf(page).getByLabel('理由').fill('符合冻结条件')
  await showsWell(page, 'deciding-decide')
  await formOf(page).getByRole('button', { name: '同意' }).click()
  await expect(asked).toHaveCount(0)

  // The executor may sign neither order, signs the notice and the record, and serves the notice.
  await signIn(page, 'executor-fast-1', papers)
  await refused(page, '派单', '本案法官')
  await refused(page, '执行裁定书（冻结）', '本案法官')
  await signs(page, '执行通知书')
  await signs(page, '执行笔录')
  await card(page, '执行通知书').getByRole('button', { name: '登记送达' }).click()
  await formOf(page)
    .locator('input[type=file]')
    .setInputFiles([pdf('送达回证.pdf', paper(1))])
  await expect(
    formOf(page)
      .getByText('已就绪')
      .or(formOf(page).getByRole('list', { name: '上传进度' })),
  ).toBeVisible()
  await formOf(page).getByRole('button', { name: '登记送达' }).click()
  await expect(card(page, '执行通知书')).toContainText('直接送达，李某某')
  await page.goto(deciding)
  await expect(page.getByRole('article', { name: '是否冻结被执行人银行存款' })).toContainText('符合冻结条件')

  await signIn(page, 'judge-fast-1', papers)
  await signs(page, '派单')
  await signs(page, '执行裁定书（冻结）')

  // The clerk records the panel with its dissent and signs first: the order is free.
  await signIn(page, 'clerk-fast-1', deciding)
  await page.getByRole('button', { name: '记录合议' }).click()
  const form = formOf(page)
  await form.getByLabel('地点').fill('第一合议室')
  await form.getByLabel('合议事项').fill('是否转普执拍卖房产')
  await form.getByLabel('讨论记录').fill('执行员汇报：另查得房产一处，需要拍卖。')
  await form.getByLabel('合议结果').fill('申请转普执。')
  await form.getByLabel('法官的意见').fill('房产须经拍卖，应转普执。')
  await form.getByRole('radiogroup', { name: '执行员是否同意合议结果' }).getByText('保留不同意见').click()
  await form.getByLabel('执行员的意见').fill('存款已足以清偿大部分。')
  await showsWell(page, 'deciding-minutes')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toHaveCount(0)
  const minutes = page.getByRole('article', { name: '是否转普执拍卖房产' })
  await expect(minutes).toContainText('保留不同意见')
  await minutes.getByRole('button', { name: '定稿送签' }).click()
  await expect(minutes).toContainText(/执合〔2022〕\d+号/)
  const sign = async () => {
    await minutes.getByRole('button', { name: '签署' }).click()
    await formOf(page).getByRole('button', { name: '签署' }).click()
    await expect(formOf(page)).toHaveCount(0)
  }
  await sign()
  await showsWell(page, 'deciding-panel')
  // The president sees the minutes, and may not sign them.
  await signIn(page, 'president', deciding)
  await expect(minutes).toContainText('未签署')
  await expect(minutes.getByRole('button', { name: '签署' })).toHaveCount(0)
  const wrong = await page.evaluate(async (caseId) => {
    const { items } = await (await fetch(`/api/v1/cases/${caseId}/papers`)).json()
    const of = items.find((p: { kind: string }) => p.kind === 'PANEL_RECORD')
    const headers = { 'X-Zhixing-Csrf': '1', 'Content-Type': 'application/json', 'If-Match': `"${of.version}"` }
    const body = JSON.stringify({ sha256: of.sha256 })
    const answer = await fetch(`/api/v1/papers/${of.id}/signatures`, { method: 'POST', headers, body })
    return answer.json()
  }, id)
  expect(wrong).toMatchObject({ status: 403, code: 'signing-not-yours', clause: '一(五)' })
  await signIn(page, 'executor-fast-1', deciding)
  await sign()
  await signIn(page, 'judge-fast-1', deciding)
  await sign()
  await expect(minutes).toContainText('已签署')
  await page.getByRole('tab', { name: /卷宗/ }).click()
  await expect(page.getByRole('button', { name: /^合议笔录 执合/ })).toBeVisible()

  // The transfer: asked by the judge, not to be carried out before the president has signed it.
  await page.getByRole('button', { name: '申请移转普执' }).first().click()
  await formOf(page).getByLabel('理由').fill('查得房产，需要拍卖')
  await formOf(page).getByRole('button', { name: '申请移转普执' }).click()
  await expect(formOf(page)).toHaveCount(0)
  await signIn(page, 'triage', '/today')
  const early = await page.evaluate(async (caseId) => {
    const { transfers } = await (await fetch(`/api/v1/cases/${caseId}`)).json()
    const headers = { 'X-Zhixing-Csrf': '1' }
    return (await fetch(`/api/v1/transfers/${transfers[0].id}/carrying-out`, { method: 'POST', headers })).json()
  }, id)
  expect(early).toMatchObject({ status: 422, code: 'transfer-not-approved', clause: '一(一)' })
  await signIn(page, 'president', '/approvals')
  const transfer = page.getByRole('listitem', { name: `${number} 申请移转` })
  await transfer.getByRole('checkbox').check()
  await page.getByRole('button', { name: '一并同意' }).click()
  await showsWell(page, 'approvals-many')
  await formOf(page).getByRole('button', { name: '一并同意' }).click()
  await expect(formOf(page)).toContainText('共 1 项，已决定 1 项。')
  await formOf(page).getByRole('button', { name: '关闭' }).last().click()
  await expect(transfer).toHaveCount(0)
  await signIn(page, 'triage', '/today')
  const waits = page.getByRole('article').filter({ hasText: number })
  await waits.getByRole('button', { name: '办理移转' }).click()
  await expect(waits).toHaveCount(0)
  await signIn(page, 'president', `/cases/${id}`)
  await expect(page.getByText('普执').first()).toBeVisible()
})
