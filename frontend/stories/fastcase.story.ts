import type { Browser, Page } from '@playwright/test'
import { expect, formOf, ownCase, pickDay, settled, showsWell, signIn, test } from './court'
import { opened, read } from './money'
import { paper, pdf } from './papers'

// The papers of one fast case (一(五)): each is drafted, refused to whoever it is not for, with the clause, and signed by
// the one whom the rule names, until the president lets the case go to the ordinary team (一(一)).

type Minutes = { id: string; kind: string; version: number; sha256: string | null }
type Draft = { kind: string; fields: Record<string, string>; day?: string }

const card = (page: Page, kind: string) => page.getByRole('article').filter({ hasText: kind })

async function drafted(page: Page, { kind, fields, day }: Draft) {
  await page.getByRole('button', { name: '拟制文书' }).click()
  const form = formOf(page)
  await form.getByRole('combobox', { name: '选择文书种类' }).selectOption({ label: kind })
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value)
  if (day) await pickDay(form.getByLabel('答复（完成）期限'), day)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toHaveCount(0)
  await card(page, kind).getByRole('button', { name: '定稿送签' }).click()
  await expect(card(page, kind)).toContainText(/〔2022〕\d+号/)
}

/** Opens the paper, reads its first page and signs. */
async function tried(page: Page, kind: string) {
  await card(page, kind).getByRole('button', { name: '签署' }).click()
  const form = formOf(page)
  await expect(form.locator('[data-shown]')).toHaveAttribute('data-shown', '1')
  await form.getByRole('button', { name: '签署', exact: true }).click()
  return form
}

async function refused(page: Page, kind: string, whose: string) {
  await page.reload()
  const form = await tried(page, kind)
  await expect(form).toContainText(`应由${whose}签署`)
  await expect(form).toContainText('一(五)')
  await form.getByRole('button', { name: '取消' }).click()
  await expect(form).toHaveCount(0)
}

async function signed(page: Page, kind: string) {
  await page.reload()
  await expect(await tried(page, kind)).toHaveCount(0)
  await expect(card(page, kind)).toContainText('已签署')
}

const at = (browser: Browser, user: string, id: string) => opened(browser, user, `/cases/${id}?tab=papers`)

test('a fast case from its notice to the ordinary team: six people, each paper refused to the wrong one', {
  tag: '@phone',
}, async ({ page, browser }) => {
  await signIn(page, 'executor-fast-1')
  const { id, number } = await ownCase(page)
  await page.goto(`/cases/${id}?tab=papers`)
  const judge = await at(browser, 'judge-fast-1', id)
  const clerk = await at(browser, 'clerk-fast-1', id)

  await test.step('the notice is the executor’s to sign, and is served', async () => {
    await drafted(page, {
      kind: '执行通知书',
      fields: { 执行依据: '(2021)豫0505民初1号民事判决书', 期限: '三日', 履行内容: '向申请执行人支付借款60000元' },
    })
    await refused(judge, '执行通知书', '本案执行员')
    await signed(page, '执行通知书')
    const notice = card(page, '执行通知书')
    await notice.getByRole('button', { name: '登记送达' }).click()
    const form = formOf(page)
    await form.locator('input[type=file]').setInputFiles([pdf('送达回证.pdf', paper(1))])
    await expect(form.getByRole('list', { name: '上传进度' })).toContainText('已上传，待提交')
    await form.getByRole('button', { name: '登记送达' }).click()
    await expect(notice).toContainText('直接送达，李某某')
  })

  await test.step('the dispatch is the judge’s to sign', async () => {
    await drafted(judge, {
      kind: '派单',
      fields: { 事项: '到被执行人住所地调查财产状况', 地点: '殷都区某某街道' },
      day: '2022-11-10',
    })
    await refused(page, '派单', '本案法官')
    await signed(judge, '派单')
  })

  await test.step('the record is the executor’s to sign', async () => {
    await drafted(clerk, {
      kind: '执行笔录',
      fields: {
        时间: '2022年11月1日9时',
        地点: '殷都区某某街道',
        在场人: '李某某',
        记录人: '郑某某',
        记录: '经现场查看，被执行人有普通家电三件。',
      },
    })
    await expect(card(clerk, '执行笔录').getByRole('button', { name: '签署' })).toHaveCount(0)
    await refused(judge, '执行笔录', '本案执行员')
    await signed(page, '执行笔录')
  })

  await test.step('the ruling is the judge’s to sign', async () => {
    await drafted(judge, {
      kind: '执行裁定书（查封）',
      fields: { 理由: '被执行人未按执行通知书履行义务。', 财产: '普通家电三件', 期限: '二年' },
    })
    await refused(page, '执行裁定书（查封）', '本案法官')
    await signed(judge, '执行裁定书（查封）')
    await showsWell(judge, 'fastcase-papers')
  })

  await test.step('the minutes want three signatures, and nobody signs twice', async () => {
    await clerk.goto(`/cases/${id}?tab=deciding`)
    await clerk.getByRole('button', { name: '记录合议' }).click()
    const form = formOf(clerk)
    await form.getByRole('radiogroup', { name: '执行员是否同意合议结果' }).getByText('同意', { exact: true }).click()
    const minutes = {
      地点: '第一合议室',
      合议事项: '是否移转普执',
      讨论记录: '执行员汇报：现场发现房产线索，需评估拍卖。',
      合议结果: '申请移转普通执行团队。',
      法官的意见: '符合移转条件。',
      执行员的意见: '同意。',
    }
    for (const [label, value] of Object.entries(minutes)) await form.getByLabel(label, { exact: true }).fill(value)
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await expect(form).toHaveCount(0)
    await clerk.getByRole('article', { name: '是否移转普执' }).getByRole('button', { name: '定稿送签' }).click()
    const leader = await opened(browser, 'leader-fast', `/cases/${id}?tab=deciding`)
    const { items } = await read<{ items: Minutes[] }>(leader, `/cases/${id}/papers`)
    const record = items.find((x) => x.kind === 'PANEL_RECORD')
    const unseated = await leader.request.post(`/api/v1/papers/${record?.id}/signatures`, {
      headers: { 'X-Zhixing-Csrf': '1', 'If-Match': `"${record?.version}"` },
      data: { sha256: record?.sha256 },
    })
    expect(unseated.status()).toBe(403)
    expect(await unseated.json()).toMatchObject({ clause: '一(五)', remedy: expect.any(String) })
    for (const person of [clerk, page, judge]) {
      await person.goto(`/cases/${id}?tab=deciding`)
      const panel = person.getByRole('article', { name: '是否移转普执' })
      await panel.getByRole('button', { name: '签署' }).click()
      const open = formOf(person)
      await expect(open.locator('[data-shown]')).toHaveAttribute('data-shown', '1')
      await open.getByRole('button', { name: '签署', exact: true }).click()
      await expect(open).toHaveCount(0)
    }
    await expect(judge.getByRole('article', { name: '是否移转普执' })).toContainText('已签署')
    // The team's leader reads it, and has no seat in it.
    await leader.reload()
    await settled(leader)
    const shown = leader.getByRole('article', { name: '是否移转普执' })
    await expect(shown).toContainText('已签署')
    await expect(shown.getByRole('button', { name: '签署' })).toHaveCount(0)
    await leader.context().close()
  })

  await test.step('the president lets it go, the director may not, the triage desk carries it out', async () => {
    await judge.goto(`/cases/${id}`)
    await judge.getByRole('button', { name: '申请移转普执' }).click()
    await formOf(judge).getByRole('textbox').fill('发现房产一处，需评估拍卖')
    const asked = judge.waitForResponse((r) => r.url().endsWith('/transfers') && r.request().method() === 'POST')
    await formOf(judge).getByRole('button', { name: '申请移转普执' }).click()
    const transfer = (await (await asked).json()) as { id: string }
    const director = await opened(browser, 'director', '/approvals')
    await settled(director)
    await expect(director.getByRole('article').filter({ hasText: number })).toHaveCount(0)
    const denied = await director.request.post(`/api/v1/transfers/${transfer.id}/approval`, {
      headers: { 'X-Zhixing-Csrf': '1' },
    })
    expect(denied.status()).toBe(403)
    expect(denied.headers()['content-type']).toContain('application/problem+json')
    expect(await denied.json()).toMatchObject({ code: 'role', clause: '一(一)' })
    await director.context().close()
    for (const [user, act, to] of [
      ['president', '同意移转', '/approvals'],
      ['triage', '办理移转', '/today'],
    ] as const) {
      const other = await opened(browser, user, to)
      const waiting = other.getByRole('article').filter({ hasText: number })
      await waiting.getByRole('button', { name: act }).click()
      await expect(waiting).toHaveCount(0)
      if (user === 'triage') {
        const papers = await (await other.request.get(`/api/v1/cases/${id}/papers`)).json()
        const sheet = papers.items.find((p: { kind: string }) => p.kind === 'TRANSFER_APPROVAL')
        expect(sheet).toMatchObject({ status: 'SIGNED', signatures: [{ seat: 'PRESIDENT', binds: true }] })
        const pdf = await other.request.get(`/api/v1/papers/${sheet.id}/pdf`)
        expect(pdf.headers()['content-type']).toContain('application/pdf')
        await other.goto(`/cases/${id}`)
        await expect(other.getByText('普执').first()).toBeVisible()
        await showsWell(other, 'fastcase-ordinary')
      }
      await other.context().close()
    }
  })
  await judge.context().close()
  await clerk.context().close()
})
