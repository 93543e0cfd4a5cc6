import { expect, formOf, ownCase, showsWell, signIn, test } from './court'
import { applied, approvedBy, arrives, type Case, opened, ordered, paid, read, send } from './money'
import { paper, pdf } from './papers'

test.setTimeout(300_000)

test('a closed case goes into the archive once its money is paid out and its volume is whole', async ({
  page,
  browser,
}) => {
  await signIn(page, 'executor-fast-1')
  const { id, number } = await ownCase(page)
  const dossier = `/cases/${id}?tab=dossier`
  const [funds, judge, director, desk] = await Promise.all([
    opened(browser, 'funds'),
    opened(browser, 'judge-fast-1'),
    opened(browser, 'director'),
    opened(browser, 'archive', `/cases/${id}`),
  ])
  const into = page.getByRole('combobox', { name: '归入类别' })
  const files = async (category: string, name: string) => {
    await into.selectOption({ label: category })
    await page.locator('input[type=file]').setInputFiles(pdf(`${name}.pdf`, paper(1)))
    await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible()
  }
  // While it is open the desk is offered nothing.
  await expect(desk.getByRole('button', { name: '归档', exact: true })).toHaveCount(0)

  await arrives(funds, `${number}案款`, '1200.00')
  await page.goto(dossier)
  await files('约谈/执行笔录', '约谈笔录一')
  await files('线下查询结果', '公积金查询回执')
  const { version } = await read<{ version: number }>(judge, `/cases/${id}`)
  const closure = { manner: 'WITHDRAWN', closedOn: '2022-11-01', reason: '申请人撤回' }
  await send(judge, `/cases/${id}/closure`, closure, version)

  // What stands against it is said in place: first the money.
  await desk.reload()
  await expect(desk.getByText('未归档')).toBeVisible()
  const archive = desk.getByRole('button', { name: '归档', exact: true })
  const submit = formOf(desk).getByRole('button', { name: '归档', exact: true })
  await archive.click()
  await submit.click()
  const refusal = formOf(desk).getByRole('alert')
  await expect(refusal).toContainText('案款账户余额 1200.00 元')
  await expect(refusal).toContainText('2022-10-31 1200.00/1200.00')
  await showsWell(desk, 'archive-money-left')

  const file = await read<Case>(page, `/cases/${id}`)
  const of = await applied(funds, page, file, '1200.00', '6222020200001230123')
  await paid(funds, await ordered(funds, await approvedBy(of, judge, director)))
  await submit.click()
  await expect(refusal).toContainText('卷宗材料不齐')
  await expect(refusal).toContainText('申请执行书 ×1、裁定书 ×1、结案通知/审批表 ×1')
  await showsWell(desk, 'archive-volume-lacks')

  // The volume of the closed case takes what it lacks, and nothing else.
  await page.goto(dossier)
  await expect(page.getByText('归档前只补入所缺类别的材料')).toBeVisible()
  await expect(into.getByRole('option')).toHaveCount(3)
  await showsWell(page, 'archive-fill')
  await files('申请执行书', '执行申请')
  await files('裁定书', '终结裁定')
  await files('结案通知/审批表', '结案审批')
  await expect(page.getByText('材料已齐')).toBeVisible()

  await submit.click()
  await expect(formOf(desk)).toBeHidden()
  await expect(desk.getByText('已归档 2022-11-01 周二')).toBeVisible()
  await expect(archive).toHaveCount(0)
  await showsWell(desk, 'archived')
  await page.reload()
  await expect(page.getByText('卷宗已归档，不再增减')).toBeVisible()
  await expect(page.locator('input[type=file]')).toHaveCount(0)
  await showsWell(page, 'archived-volume')
  await desk.goto(`/cases/${id}?tab=timeline`)
  await expect(desk.getByText('归档，归档日期 2022-11-01')).toBeVisible()

  // 档案借阅: another team asks by number, the director agrees in the one inbox, and the volume is there to be read.
  const other = await opened(browser, 'executor-ordinary-1', '/archive-loans')
  await expect(other.getByText('没有借阅')).toBeVisible()
  await showsWell(other, 'loans-empty')
  const ask = async (of: string) => {
    await formOf(other).getByLabel('案号').fill(of)
    await formOf(other).getByLabel('理由').fill('核对关联案件的查控结果')
    await formOf(other).getByRole('button', { name: '申请借阅' }).click()
  }
  await other.getByRole('button', { name: '申请借阅' }).click()
  await ask('(2022)豫0505执99999999号')
  await expect(formOf(other).getByRole('alert')).toContainText('二(五)')
  await showsWell(other, 'loans-no-volume')
  await ask(number)
  await expect(formOf(other)).toHaveCount(0)
  const asked = other.getByRole('article', { name: number })
  await expect(asked).toContainText('待批准')
  await showsWell(other, 'loans-asked')
  await director.goto('/approvals')
  const waiting = director.getByRole('article', { name: number })
  await showsWell(director, 'loans-to-decide')
  await waiting.getByRole('button', { name: '同意借阅' }).click()
  await expect(waiting).toHaveCount(0)
  await other.reload()
  await asked.getByRole('link', { name: '阅卷' }).click()
  await expect(other.getByRole('button', { name: '终结裁定', exact: true })).toBeVisible()
  await expect(other.getByRole('link', { name: '下载' })).toHaveCount(0)
  await showsWell(other, 'loans-volume')
  // The volume and nothing else of the case.
  await other.goto(`/cases/${id}`)
  await expect(other.getByRole('heading', { name: number })).toHaveCount(0)
  for (const each of [funds, judge, director, desk, other]) await each.context().close()
})
