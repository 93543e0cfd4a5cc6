import type { Page } from '@playwright/test'
import { expect, formOf, pickDay, settled, showsWell, signIn, test, today } from './court'
import { pdf } from './papers'

// One case from filing to closing, as the court lives it. It moves the court's day, which everybody would notice, so it
// runs when all others are done.
test.setTimeout(300_000)

const NUMBER = '(2022)豫0505执8888号'
const row = (page: Page, node: string) => page.getByRole('row').filter({ hasText: node }).first()
const dueOf = (page: Page, node: string) => row(page, node).locator('time').first()
const USER: Record<string, string> = {
  王某: 'judge-fast-1',
  李某某: 'judge-fast-2',
  赵某: 'executor-fast-1',
  钱某某: 'executor-fast-2',
}

/** Notes, in an open page, the moment at which each notice appears that was not there before. */
async function watchNotices(page: Page) {
  await page.evaluate(() => {
    const titles = () => [...document.querySelectorAll('article h2')].map((h) => h.textContent?.trim() ?? '')
    const before = new Set(titles())
    const seen: Record<string, number> = {}
    Object.assign(globalThis, { seen })
    const look = () => {
      for (const title of titles()) if (!before.has(title)) seen[title] ??= Date.now()
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { seen: Record<string, number> }).seen)
}

test('a case is filed, suspended, extended, late, urged, answered, confirmed and closed in time', async ({
  page,
  browser,
}) => {
  const as = async (user: string, to: string) => {
    const other = await (await browser.newContext()).newPage()
    await signIn(other, user, to)
    return other
  }

  // 立案: the triage desk files it, and the rules send it to the fast team.
  await signIn(page, 'triage', '/triage/new')
  await page.getByRole('textbox', { name: '案号' }).fill(NUMBER)
  await page.getByRole('textbox', { name: '案由' }).fill('民间借贷纠纷')
  await page.getByRole('textbox', { name: '执行标的额' }).fill('50000')
  await page.getByRole('textbox', { name: '姓名或名称' }).first().fill('王某')
  await page.getByRole('textbox', { name: '姓名或名称' }).last().fill('李某某')
  await page.getByRole('button', { name: '立案', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NUMBER)
  const at = new URL(page.url()).pathname
  const id = at.split('/').at(-1)
  const file = (await (await page.request.get(`/api/v1/cases/${id}`)).json()) as {
    judge: { name: string }
    executor: { name: string }
  }
  await expect(dueOf(page, '首次约谈')).toHaveAttribute('datetime', '2022-11-04')
  await expect(dueOf(page, '快执结案')).toHaveAttribute('datetime', '2022-12-12')

  // 中止: the judge asks for fourteen days of service by publication, the director approves.
  const judge = await as(USER[file.judge.name]!, at)
  await judge.getByRole('button', { name: '申请中止或延缓' }).click()
  const dialog = formOf(judge)
  await dialog.getByRole('combobox', { name: '法定事由' }).selectOption({ label: '公告送达' })
  await pickDay(dialog.getByLabel('起始日（当日起不计入）'), '2022-11-02')
  await pickDay(dialog.getByLabel('恢复日（当日起继续计入）'), '2022-11-16')
  await dialog.getByRole('button', { name: '提交申请' }).click()
  await expect(dialog).toBeHidden()
  const director = await as('director', '/approvals')
  const waiting = (who: Page) => who.getByRole('listitem').filter({ hasText: NUMBER })
  await waiting(director).getByRole('button', { name: '同意', exact: true }).click()
  await expect(waiting(director)).toHaveCount(0)
  await judge.reload()
  // Fourteen days later each; 25 December is a Sunday.
  await expect(dueOf(judge, '首次约谈')).toHaveAttribute('datetime', '2022-11-18')
  await expect(dueOf(judge, '快执结案')).toHaveAttribute('datetime', '2022-12-26')

  // 延期: ten more days to close, granted by the president in charge.
  await row(judge, '快执结案').getByRole('button', { name: '发起延期' }).click()
  await dialog.getByRole('spinbutton', { name: /延长天数/ }).fill('10')
  await dialog.getByRole('textbox').fill('被执行人的公积金尚待划拨')
  await dialog.getByRole('button', { name: '发起延期' }).click()
  await expect(dialog).toBeHidden()
  const president = await as('president', '/approvals')
  await waiting(president).getByRole('button', { name: '同意', exact: true }).click()
  await expect(waiting(president)).toHaveCount(0)
  await president.context().close()
  await judge.reload()
  await expect(dueOf(judge, '快执结案')).toHaveAttribute('datetime', '2023-01-04')
  await judge.getByRole('button', { name: '快执结案' }).click()
  await expect(judge.getByRole('figure')).toContainText('暂停计期')
  await expect(judge.getByRole('figure')).toContainText('延长期间')
  await showsWell(judge, 'long-case-dates')

  // 超期: the first interview was due on Friday the 18th. On Monday the sweep tells its executor, whose inbox is open.
  const executor = await as(USER[file.executor.name]!, '/inbox')
  await settled(executor)
  const appeared = await watchNotices(executor)
  await today(page, '2022-11-21')
  await expect.poll(async () => Object.keys(await appeared()).length, { timeout: 60_000, intervals: [250] }).not.toBe(0)
  const given = async () => {
    const answer = await executor.request.get('/api/v1/inbox?limit=200')
    const { items } = (await answer.json()) as { items: { title: string; forDay: string; createdAt: string }[] }
    return items.filter((x) => x.forDay === '2022-11-21')
  }
  await expect
    .poll(async () => (await given()).some((x) => x.title.includes(NUMBER) && x.title.includes('首次约谈')))
    .toBe(true)
  const seen = await appeared()
  const took = (await given()).flatMap((x) => (seen[x.title] ? [seen[x.title]! - Date.parse(x.createdAt)] : []))
  expect(took.length).toBeGreaterThan(0)
  console.log(
    `${took.length} notices on the open page: the first ${Math.min(...took)} ms, the last ${Math.max(...took)} ms after it was given`,
  )
  // Two seconds are meant; the rest is for a machine that does other things as well.
  expect(Math.max(...took)).toBeLessThan(8_000)
  await showsWell(executor, 'long-inbox')

  // 督办: node control urges, the executor answers with the record and mends the node, node control confirms.
  const control = await as('node-control', at)
  await row(control, '首次约谈').getByRole('button', { name: '催办' }).click()
  const demand = formOf(control)
  await demand.getByRole('textbox').fill('首次约谈超期，请说明原因并上传笔录')
  await demand.getByRole('button', { name: '催办' }).click()
  await expect(demand).toBeHidden()
  const record = pdf('约谈笔录.pdf')
  await executor.goto('/today')
  const slip = executor.getByRole('article', { name: /督办〔2022〕/ }).filter({ hasText: NUMBER })
  await slip.getByRole('button', { name: '答复' }).click()
  const answer = formOf(executor)
  await answer.getByRole('textbox').fill('被执行人昨日到庭，笔录随附')
  await answer.locator('input[type=file]').setInputFiles(record)
  await answer.getByRole('button', { name: '答复' }).click()
  await expect(answer).toBeHidden()
  await executor.goto(at)
  await row(executor, '首次约谈').getByRole('button', { name: '上传约谈笔录' }).click()
  await answer.locator('input[type=file]').setInputFiles(record)
  await expect(answer.getByRole('status')).toContainText('已上传，待提交')
  await answer.getByRole('button', { name: '上传并完成' }).click()
  await expect(answer).toBeHidden()
  await expect(row(executor, '首次约谈')).toContainText('逾期 3 天完成')
  await executor.context().close()
  await control.goto('/today')
  const answered = control.getByRole('article', { name: /督办〔2022〕/ }).filter({ hasText: NUMBER })
  await answered.getByRole('button', { name: '确认办结' }).click()
  await expect(answered).toHaveCount(0)
  await control.context().close()

  // On the last day to ask the judge opens the form; on the next it is too late, and the clause says why.
  await today(page, '2022-12-30')
  await judge.goto(at)
  await row(judge, '快执结案').getByRole('button', { name: '发起延期' }).click()
  await dialog.getByRole('textbox').fill('还需时日')
  await today(page, '2022-12-31')
  await dialog.getByRole('button', { name: '发起延期' }).click()
  await expect(dialog.getByRole('alert')).toContainText('最后一天为 2022-12-30')
  await expect(dialog.getByRole('alert')).toContainText('法发〔2006〕35号第1条')
  await showsWell(judge, 'long-extension-too-late')
  await dialog.getByRole('button', { name: '取消' }).click()

  // 结案: closed within the time that was granted.
  await judge.getByRole('button', { name: '结案', exact: true }).click()
  await dialog.getByRole('combobox', { name: '结案方式' }).selectOption({ label: '执行完毕' })
  await dialog.getByRole('textbox').fill('案款已全部执行到位')
  await dialog.getByRole('button', { name: '结案', exact: true }).click()
  await expect(dialog).toBeHidden()
  await judge.getByRole('tab', { name: /节点/ }).click()
  await expect(row(judge, '快执结案')).toContainText('按期完成')
  await judge.getByRole('tab', { name: '时间线' }).click()
  const steps = [
    '立案',
    '申请中止计算期限',
    '批准中止计算期限',
    '申请延长期限',
    '批准延长期限',
    '节点超期',
    '发出督办',
    '答复督办',
    '确认督办',
  ]
  for (const step of steps) await expect(judge.getByRole('listitem').filter({ hasText: step }).first()).toBeVisible()
  await settled(judge)
  await showsWell(judge, 'long-timeline')
  await judge.context().close()
  await director.context().close()
})
