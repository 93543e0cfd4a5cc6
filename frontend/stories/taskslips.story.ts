import type { Browser, Page } from '@playwright/test'
import { expect, formOf, onPhone, ownCase, pickDay, settled, showsWell, signIn, test } from './court'
import { pdf } from './papers'

const PHONE = { width: 390, height: 844 }

/** Somebody else of the court, on a desk or on a phone. */
async function as(browser: Browser, page: Page, user: string, path: string, viewport = page.viewportSize()) {
  const there = await (await browser.newContext({ viewport, baseURL: new URL(page.url()).origin })).newPage()
  await signIn(there, user, path)
  return there
}

const card = (page: Page, number: string, what = '') =>
  page
    .getByRole('article', { name: /流转〔2022〕/ })
    .filter({ hasText: number })
    .filter({ hasText: what })

test.setTimeout(240_000)

test('offline work on two cases: asked at once, signed on a phone, received, assigned, gone to, sent back once, accepted', async ({
  page,
  browser,
}) => {
  test.skip(onPhone(), 'the desk is at 1440 px; the judge and the officer take their phones')
  await signIn(page, 'executor-fast-1')
  const one = await ownCase(page)
  const two = await ownCase(page)
  // The area is this run's own, so that the trip is too.
  const area = `片区${Date.now() % 100_000}`

  // Asked for on both from the list.
  const { personId } = (await (await page.request.get('/api/v1/me')).json()) as { personId: string }
  await page.goto(`/cases?handler=${personId}&status=OPEN&filedFrom=2022-10-31&filedTo=2022-10-31`)
  await settled(page)
  for (const x of [one, two]) await page.getByRole('checkbox', { name: `选择 ${x.number}` }).check()
  await showsWell(page, 'task-slips-choose')
  await page.getByRole('button', { name: '为所选 2 件申请线下办理' }).click()
  const form = formOf(page)
  await form.getByRole('button', { name: '申请线下办理' }).click()
  await expect(form).toContainText('此项必填')
  await form.getByRole('combobox', { name: '事项' }).selectOption('SEIZURE')
  await form.getByLabel('对象').fill('李某某名下房产一套')
  await form.getByLabel('片区').fill(area)
  await form.getByLabel('地点').fill('文峰区不动产登记中心')
  await showsWell(page, 'task-slips-ask')
  await form.getByRole('button', { name: '申请线下办理' }).click()
  await expect(form).toContainText('已申请 2 张')
  await form.getByRole('button', { name: '关闭', exact: true }).click()
  await page.goto(`/cases/${one.id}?tab=transfers`)
  await expect(card(page, one.number, '查封')).toContainText('待签字')
  await showsWell(page, 'task-slips-case')

  // The judge signs one with a thumb, the other with all that are ticked.
  const judge = await as(browser, page, 'judge-fast-1', '/approvals', PHONE)
  const dispatch = card(judge, one.number, '查封')
  await expect(dispatch).toContainText('李某某名下房产一套')
  await showsWell(judge, 'task-slips-sign-phone')
  await dispatch.getByRole('button', { name: '签字派单' }).click()
  await expect(dispatch).toHaveCount(0)
  await judge.getByRole('button', { name: /签字派单所选/ }).click()
  const many = formOf(judge)
  await many.getByRole('checkbox', { name: '全选' }).uncheck()
  await many
    .getByRole('checkbox', { name: new RegExp(two.number.replace(/[()]/g, '\\$&')) })
    .first()
    .check()
  await showsWell(judge, 'task-slips-sign-many-phone')
  await many.getByRole('button', { name: '签字派单' }).click()
  await expect(many).toBeHidden()

  // The affairs team receives what was signed, many at once, and puts officers on it.
  const desk = await as(browser, page, 'leader-affairs', '/task-slips?state=SIGNED&sort=NUMBER')
  await settled(desk)
  const row = (number: string) => desk.getByRole('row').filter({ hasText: number }).first()
  await expect(row(one.number)).toContainText('待接收')
  for (const x of [one, two]) await row(x.number).getByRole('checkbox').check()
  await showsWell(desk, 'task-slips-board')
  await desk.getByRole('button', { name: '接收所选（2）' }).click()
  await formOf(desk).getByRole('button', { name: '接收' }).click()
  await expect(formOf(desk)).toBeHidden()
  await desk.goto('/task-slips?state=RECEIVED&sort=NUMBER')
  await settled(desk)
  for (const x of [one, two]) {
    await row(x.number).getByRole('button', { name: '指派' }).click()
    const assign = formOf(desk)
    await expect(assign.getByRole('radio').first()).toBeVisible()
    await assign.getByRole('row').filter({ hasText: '执行员' }).first().getByRole('radio').check()
    if (x === one) await showsWell(desk, 'task-slips-assign')
    await assign.getByRole('button', { name: '指派' }).click()
    await expect(assign).toBeHidden()
    await expect(desk.getByRole('row').filter({ hasText: x.number })).toHaveCount(0)
  }

  // A trip is proposed, put into order by the keyboard, and printed.
  await desk.goto('/task-slips?tab=trips&on=2022-11-02')
  const proposed = desk.getByRole('article', { name: `建议的外出：${area}` })
  await expect(proposed.getByRole('listitem')).toHaveCount(2)
  await proposed.getByRole('button', { name: '安排外出' }).click()
  const trip = desk.getByRole('article', { name: `外出：${area}`, exact: true })
  await expect(trip.getByRole('listitem')).toHaveCount(2)
  const first = (await trip.getByRole('listitem').first().getByRole('link').textContent()) ?? ''
  await trip.getByRole('listitem').first().press('Alt+ArrowDown')
  await expect(trip.getByRole('listitem').last()).toContainText(first)
  await trip.getByRole('button', { name: '保存顺序' }).click()
  await expect(trip.getByRole('button', { name: '保存顺序' })).toBeDisabled()
  await showsWell(desk, 'task-slips-trips')
  await desk.getByRole('link', { name: '打印当日外出单' }).click()
  await expect(desk.getByRole('region', { name: area }).getByRole('row').last()).toContainText(first)
  await showsWell(desk, 'task-slips-sheet')

  // The officer, on a phone: evidence first, then the result.
  const sheet = await desk.request.get(`/api/v1/task-slips?caseId=${one.id}&kind=SEIZURE`)
  const { items } = (await sheet.json()) as { items: { id: string; number: string; executor: { id: string } }[] }
  const slip = items[0]!
  const people = (await (await desk.request.get('/api/v1/people?team=AFFAIRS&role=executor')).json()) as {
    id: string
    username: string
  }[]
  const who = people.find((p) => p.id === slip.executor.id)!.username
  const officer = await as(browser, page, who, `/task-slips/${slip.id}`, PHONE)
  const result = formOf(officer)
  await expect(officer.getByRole('button', { name: '反馈结果' })).toBeDisabled()
  await expect(officer.getByText('尚无结果材料')).toBeVisible()
  const upload = async (name: string) => {
    await officer.getByRole('button', { name: /^上传/ }).click()
    const file = formOf(officer)
    await file.locator('input[type=file]').setInputFiles(pdf(name))
    await expect(file.getByRole('status')).toContainText('已上传，待提交')
    await file.getByRole('button', { name: '上传并完成' }).click()
    await expect(file).toBeHidden()
    await expect(officer.getByRole('link', { name: name.replace('.pdf', '') })).toBeVisible()
  }
  const handIn = async (text: string) => {
    await officer.getByRole('button', { name: '反馈结果' }).click()
    await result.getByLabel('结果').fill(text)
    await result.getByRole('button', { name: '反馈结果' }).click()
    await expect(result).toBeHidden()
  }
  await upload('查封裁定送达回证.pdf')
  await showsWell(officer, 'task-slip-officer-phone')
  await handIn('已查封房产一套')

  // The handler sends it back once, then accepts.
  await page.goto('/today')
  await card(page, one.number, '查封').getByRole('button', { name: '退回' }).click()
  await form.getByRole('textbox').fill('缺少协助执行回执')
  await form.getByRole('button', { name: '退回' }).click()
  await expect(form).toBeHidden()
  await officer.reload()
  await expect(officer.getByText('缺少协助执行回执').first()).toBeVisible()
  await upload('协助执行回执.pdf')
  await handIn('已补回执')
  await page.goto('/today')
  await showsWell(page, 'today-task-slips')
  await card(page, one.number, '查封').getByRole('button', { name: '确认结果' }).click()
  await expect(card(page, one.number, '查封')).toHaveCount(0)
  await page.goto(`/task-slips/${slip.id}`)
  await expect(page.getByText('已确认').first()).toBeVisible()
  await expect(page.getByRole('region', { name: '办理经过' }).getByRole('listitem')).toHaveCount(8)
  await showsWell(page, 'task-slip-done')
  for (const there of [judge, desk, officer]) await there.context().close()
})

test('delegations: one goes out and is answered, one comes in and is answered by us', async ({ page, browser }) => {
  test.skip(onPhone(), 'letters are written at a desk')
  await signIn(page, 'judge-fast-1')
  const { id, number } = await ownCase(page)
  await page.goto(`/cases/${id}?tab=transfers`)
  const form = formOf(page)
  await page.getByRole('button', { name: '申请线下办理' }).click()
  await form.getByRole('combobox', { name: '事项' }).selectOption('DELEGATION_OUT')
  await form.getByLabel('外地法院').fill('洛阳市涧西区人民法院')
  await form.getByLabel('对象').fill('代为送达执行通知书')
  await form.getByRole('button', { name: '申请线下办理' }).click()
  await expect(form).toContainText('已申请 1 张')
  await form.getByRole('button', { name: '关闭', exact: true }).click()
  const out = card(page, number, '代为送达执行通知书')
  await out.getByRole('button', { name: '签字派单' }).click()
  await expect(out).toContainText('待发函')

  const desk = await as(browser, page, 'leader-affairs', '/task-slips?way=OUT&sort=NUMBER')
  const deskForm = formOf(desk)
  const row = (text: string) => desk.getByRole('row').filter({ hasText: number }).filter({ hasText: text })
  const attach = async (name: string) => {
    await deskForm.locator('input[type=file]').setInputFiles(pdf(name))
    await expect(deskForm.getByText('已上传，待提交')).toBeVisible()
  }
  await row('代为送达').getByRole('button', { name: '发函' }).click()
  await deskForm.getByLabel('函号').fill('（2022）豫0505执委函12号')
  await showsWell(desk, 'delegation-letter')
  await deskForm.getByRole('button', { name: '发函' }).click()
  await expect(deskForm).toBeHidden()
  await expect(row('代为送达')).toContainText('待回函')
  await expect(row('代为送达')).toContainText('2022-12-01')
  await row('代为送达').getByRole('button', { name: '登记回函' }).click()
  await deskForm.getByLabel('函号').fill('（2022）豫0305执函3号')
  await deskForm.getByLabel('结果').fill('已送达，附回证')
  await deskForm.getByRole('button', { name: '登记回函' }).click()
  await expect(deskForm.getByRole('alert')).toContainText('请先上传回函')
  await attach('洛阳回函.pdf')
  await showsWell(desk, 'delegation-reply')
  await deskForm.getByRole('button', { name: '登记回函' }).click()
  await expect(deskForm).toBeHidden()
  await page.reload()
  await out.getByRole('button', { name: '确认结果' }).click()
  await expect(out).toContainText('已确认')
  await showsWell(page, 'delegation-out-done')

  // What another court asks for begins with its letter and ends with ours.
  await desk.goto('/task-slips?way=IN&sort=NUMBER')
  await desk.getByRole('button', { name: '登记受托事项' }).click()
  await deskForm.getByRole('searchbox').fill(number)
  await deskForm.getByRole('radio').first().check()
  await deskForm.getByLabel('外地法院').fill('洛阳市涧西区人民法院')
  await deskForm.getByLabel('函号').fill('（2022）豫0305执委7号')
  await pickDay(deskForm.getByLabel('收到日期'), '2022-10-20')
  await deskForm.getByLabel('对象').fill('查询被执行人名下不动产')
  await showsWell(desk, 'delegation-receive')
  await deskForm.getByRole('button', { name: '保存' }).click()
  await expect(deskForm).toBeHidden()
  await expect(row('查询被执行人')).toContainText('2022-11-21')
  await row('查询被执行人').getByRole('button', { name: '指派' }).click()
  await deskForm.getByRole('row').filter({ hasText: '执行员' }).first().getByRole('radio').check()
  await deskForm.getByRole('button', { name: '指派' }).click()
  await expect(deskForm).toBeHidden()
  const found = await desk.request.get(`/api/v1/task-slips?caseId=${id}&kind=DELEGATION_IN`)
  const { items } = (await found.json()) as { items: { id: string; executor: { id: string } }[] }
  const people = (await (await desk.request.get('/api/v1/people?team=AFFAIRS&role=executor')).json()) as {
    id: string
    username: string
  }[]
  const slip = items[0]!
  const officer = await as(
    browser,
    page,
    people.find((p) => p.id === slip.executor.id)!.username,
    `/task-slips/${slip.id}`,
  )
  await officer.getByRole('button', { name: '反馈结果' }).click()
  await formOf(officer).getByLabel('结果').fill('名下无不动产')
  await formOf(officer).getByRole('button', { name: '反馈结果' }).click()
  await expect(formOf(officer)).toBeHidden()
  await desk.reload()
  await row('查询被执行人').getByRole('button', { name: '回函' }).click()
  await deskForm.getByLabel('函号').fill('（2022）豫0505执复函5号')
  await attach('复函.pdf')
  await deskForm.getByRole('button', { name: '回函' }).click()
  await expect(deskForm).toBeHidden()
  await desk.goto(`/task-slips/${slip.id}`)
  await expect(desk.getByText('已回函').first()).toBeVisible()
  await expect(desk.getByRole('link', { name: '回函 （2022）豫0505执复函5号' })).toBeVisible()
  await showsWell(desk, 'delegation-in-done')
  for (const there of [desk, officer]) await there.context().close()
})
