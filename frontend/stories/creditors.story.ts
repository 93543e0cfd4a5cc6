import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { expect, formOf, ownCase, proves, showsWell, signIn, test } from './court'
import { approvedBy, arrives, type Case, opened, ordered, paid, read, send } from './money'

// Less money than is owed, three who want it: shared to the fen, paid but for what the bank sends back, and paid at last.
test.setTimeout(240_000)

const CREDITORS = [
  { name: '王某', account: '6222020200001230101', claim: '300000', share: '56842.06' },
  { name: '钱某某', account: '6222020200001230202', claim: '150000.50', share: '28421.12' },
  { name: '孙某', account: '6222020200001230303', claim: '77777.77', share: '14736.83' },
]
const SHARES = ['¥56,842.06', '¥28,421.12', '¥14,736.83']
const ALL = '¥100,000.01'
const account = (id: string) => `/cases/${id}?tab=account`

/** Written down by the funds desk, compared with its paper and confirmed by the executor. */
async function payee(funds: Page, executor: Page, caseId: string, name: string, accountNumber: string) {
  const written = await send<{ id: string }>(funds, `/cases/${caseId}/payees`, {
    kind: 'APPLICANT',
    name,
    bankName: '中国银行安阳分行',
    accountNumber,
  })
  await send(executor, `/cases/${caseId}/payees/${written.id}/confirmation`, {}, 1)
  return written.id
}

test('three creditors share what came to the fen, and the one whose payment bounced is paid at the second try', async ({
  page,
  browser,
}) => {
  await signIn(page, 'executor-fast-1', '/inbox')
  // What had been preserved came in on 10 October: its fifteen working days are over.
  const own = await ownCase(page, {
    filedOn: '2022-09-30',
    amount: '527778.27',
    applicants: CREDITORS.map((c) => c.name),
    preserved: true,
  })
  const file = await read<Case>(page, `/cases/${own.id}`)
  const [funds, judge, director] = await Promise.all([
    opened(browser, 'funds'),
    opened(browser, 'judge-fast-1', '/', true),
    opened(browser, 'director', '/', true),
  ])
  for (const c of CREDITORS) await payee(funds, page, file.id, c.name, c.account)

  // The executor's page lies open while the desk books the statement: the money is there without a reload.
  await page.goto('/inbox')
  await expect(page.getByRole('heading', { name: '收件箱' })).toBeVisible()
  await page.evaluate(() => {
    document.body.dataset.open = 'since before'
  })
  const arrived = page.getByRole('article').filter({ hasText: '案款到账' }).filter({ hasText: file.number })
  await expect(arrived).toHaveCount(0)
  await arrives(funds, `${file.number}案款`, '100000.01', '2022-10-10')
  await expect(arrived).toContainText('100000.01')
  await expect(page.locator('body')).toHaveAttribute('data-open', 'since before')
  await showsWell(page, 'creditors-arrived')
  await arrived.getByRole('link', { name: '查看账户' }).click()
  await expect(page.getByRole('region', { name: '账户概况' })).toContainText(`可用${ALL}`)

  // The desk sees at a glance what is late, by how much, and for whom it waits.
  await funds.goto('/funds?tab=late')
  const late = funds.getByRole('row').filter({ hasText: file.number })
  await expect(late).toContainText(/超期 \d+ 个工作日/)
  await expect(late).toContainText('待执行员赵某申请发放')
  await showsWell(funds, 'creditors-late')

  // Pro rata to the fen; the rule of the last fen stands above the figures.
  await page.getByRole('button', { name: '申请发放' }).click()
  const form = formOf(page)
  await form.getByRole('button', { name: '按债权比例分配' }).click()
  await expect(form).toContainText('尾差的分依次给小数部分最大的债权人，相同的先给债权额大的，再按所列先后')
  for (const c of CREDITORS) await form.getByRole('textbox', { name: `${c.name}的债权额` }).fill(c.claim)
  await form.getByRole('button', { name: '计算并填入' }).click()
  for (const [i, c] of CREDITORS.entries()) {
    const row = form.getByRole('row').filter({ hasText: c.name })
    await expect(row).toContainText(SHARES[i] ?? '')
    await expect(form.getByRole('textbox', { name: `${c.name}的金额` })).toHaveValue(c.share)
  }
  // Both fen that were left went to those who had lost most of one.
  await expect(form.getByRole('row').filter({ hasText: '含尾差 1 分' })).toHaveCount(2)
  await expect(form.getByRole('row').filter({ hasText: '钱某某' })).not.toContainText('含尾差')
  await expect(form).toContainText(`共分配 ${ALL}，剩余 ¥0.00。`)
  await expect(form).toContainText('壹拾万元零壹分')
  await showsWell(page, 'creditors-share')
  await form.getByRole('button', { name: '提交申请' }).click()
  await expect(form).toBeHidden()
  const card = page.getByRole('region', { name: '发放申请' }).getByRole('article').last()
  await expect(card).toContainText('待法官审批')
  for (const share of SHARES) await expect(card).toContainText(share)
  const number = (await card.getAttribute('aria-label')) ?? ''
  await showsWell(page, 'creditors-applied')

  // Each on a phone, each with one tap; who is paid what and how late it is stands on the card.
  for (const [person, who] of [
    [judge, 'judge'],
    [director, 'director'],
  ] as const) {
    await person.goto('/approvals')
    await proves(person)
    const waiting = person.getByRole('listitem').filter({ hasText: number })
    for (const share of SHARES) await expect(waiting).toContainText(share)
    await expect(waiting).toContainText('壹拾万元零壹分')
    await expect(waiting).toContainText('应于 2022-10-31 前')
    await showsWell(person, `creditors-${who}`)
    await waiting.getByRole('button', { name: `同意发放 ${ALL}` }).tap()
    await expect(waiting).toHaveCount(0)
  }

  await funds.goto('/funds?tab=pay')
  const row = funds.getByRole('row').filter({ hasText: number })
  await expect(row).toContainText(ALL)
  await showsWell(funds, 'creditors-to-pay')
  await proves(funds)
  const of = (await read<{ items: { id: string; number: string }[] }>(funds, '/disbursements?status=APPROVED')).items
  for (const other of of.filter((d) => d.number !== number))
    await funds.getByRole('checkbox', { name: `选择 ${other.number}` }).uncheck()
  await funds.getByRole('button', { name: `生成批次：1 件 ${ALL}` }).click()
  const download = funds.waitForEvent('download')
  await funds.getByRole('link', { name: /下载银行文件/ }).click()
  let text = ''
  for await (const part of await (await download).createReadStream()) text += String(part)
  const orders = CREDITORS.map((c) => {
    const line = text.split('\n').find((l) => l.includes(c.account)) ?? ''
    expect(line).toContain(c.share)
    return /ZF\d{4}-\d+/.exec(line)?.[0] ?? ''
  })
  await showsWell(funds, 'creditors-batch')

  // Two are paid, the third comes back.
  const results = CREDITORS.map((c, i) =>
    i === 2
      ? `${orders[i]},退票,2022-11-01,${c.share},B${orders[i]},收款账户已销户`
      : `${orders[i]},成功,2022-11-01,${c.share},B${orders[i]},`,
  )
  await funds.locator('input[type=file]').setInputFiles({
    name: 'results.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`付款编号,结果,交易日期,金额,银行流水号,原因\n${results.join('\n')}\n`),
  })
  await expect(funds.getByText(/已支付 2 笔，退票 1 笔/)).toBeVisible()
  const back = funds.getByRole('region', { name: '退票' }).getByRole('row').filter({ hasText: file.number })
  await expect(back).toContainText('收款账户已销户')
  await expect(back).toContainText('待执行员赵某重新申请')
  await showsWell(funds, 'creditors-settled')

  await page.goto('/inbox')
  const bounced = page.getByRole('article').filter({ hasText: '案款支付被退回' }).filter({ hasText: file.number })
  await expect(bounced).toContainText('孙某，金额 14736.83 元')
  await expect(bounced).toContainText('收款账户已销户')
  await showsWell(page, 'creditors-bounced')
  await bounced.getByRole('link', { name: '查看账户' }).click()
  const figures = page.getByRole('region', { name: '账户概况' })
  await expect(figures).toContainText('余额 ¥14,736.83')
  await expect(figures).toContainText('可用¥14,736.83')
  await expect(figures).toContainText('¥85,263.18')
  await expect(card).toContainText('部分支付，部分退票')
  await expect(card.getByRole('listitem').filter({ hasText: '孙某' })).toContainText('退票：收款账户已销户')
  const money = page
    .getByRole('region', { name: '到账', exact: true })
    .getByRole('row')
    .filter({ hasText: '2022-10-10' })
  await expect(money).toContainText('有退票，余 ¥14,736.83 待执行员赵某申请')
  await showsWell(page, 'creditors-rest')

  // The other account, compared by somebody, and what bounced is applied for alone.
  const known = await read<{ id: string; name: string; version: number }[]>(page, `/cases/${file.id}/payees`)
  const closed = known.find((p) => p.name === '孙某')
  await send(page, `/cases/${file.id}/payees/${closed?.id}/deactivation`, {}, closed?.version)
  await payee(funds, page, file.id, '孙某', '6222020200001230404')
  await page.reload()
  await page.getByRole('button', { name: '申请发放' }).click()
  await form.getByRole('listitem').filter({ hasText: '孙某' }).getByRole('button', { name: '全部' }).click()
  await expect(form.getByRole('textbox', { name: '孙某的金额' })).toHaveValue('14736.83')
  await showsWell(page, 'creditors-again')
  await form.getByRole('button', { name: '提交申请' }).click()
  await expect(form).toBeHidden()
  const all = await read<{ items: { id: string; number: string; status: string; version: number }[] }>(
    page,
    `/disbursements?caseId=${file.id}&status=APPLIED`,
  )
  const second = all.items[0]
  if (!second) throw new Error('the second application is not there')
  await approvedBy(second, judge, director)
  await paid(funds, await ordered(funds, second))
  await funds.goto('/funds?tab=pay')
  await expect(funds.getByRole('region', { name: '支付批次' })).toContainText('PC2022-')
  await expect(back).toHaveCount(0)
  await showsWell(funds, 'creditors-nothing-back')

  await page.goto(account(file.id))
  await expect(figures).toContainText('余额 ¥0.00')
  await expect(figures).toContainText(ALL)
  await expect(page.getByRole('img', { name: '逐日收支与余额' })).toBeVisible()
  await showsWell(page, 'creditors-paid')
  for (const other of [funds, judge, director]) await other.context().close()
})
