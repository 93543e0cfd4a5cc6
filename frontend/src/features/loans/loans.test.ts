import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { ArchiveLoan, NewArchiveLoan } from '@/api/types'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import AskLoan from './AskLoan.vue'
import LoanCard from './LoanCard.vue'
import LoanList from './LoanList.vue'

const loan: ArchiveLoan = {
  id: 'l-1',
  caseId: 'c-9',
  caseNumber: '(2022)豫0505执9号',
  kind: 'CONSULT',
  reason: '办理关联案件',
  until: '2022-11-15',
  outside: null,
  status: 'ASKED',
  over: false,
  opens: false,
  copies: false,
  askedBy: { id: 'p-3', name: '孙某' },
  askedOn: '2022-11-01',
  decidedBy: null,
  decidedOn: null,
  decisionReason: null,
  endedBy: null,
  endedOn: null,
  allowed: [],
  version: 1,
}
const card = async (of: Partial<ArchiveLoan>) => (await mountWith(LoanCard, { loan: { ...loan, ...of } })).view

describe('an archive loan', () => {
  it('offers what the person may do and no more', async () => {
    const asked = await card({ allowed: ['APPROVE', 'REFUSE'] })
    expect(asked.findAll('button').map((b) => b.text())).toEqual(['同意借阅', '不同意'])
    expect((await card({ allowed: ['WITHDRAW'] })).findAll('button').map((b) => b.text())).toEqual(['撤回申请'])
    const lent = await card({ status: 'APPROVED', opens: true, allowed: ['RETURN'], version: 2 })
    expect(lent.findAll('button').map((b) => b.text())).toEqual(['归还'])
    expect(lent.find('a').attributes('href')).toBe('/archive-loans/l-1')
    const over = await card({ status: 'APPROVED', over: true })
    expect(over.text()).toContain('已到期')
    expect(over.find('a').exists()).toBe(false)
  })

  it('is given back with the version seen, and says in place why not', async () => {
    let version: string | null = null
    server.use(
      http.post('*/api/v1/archive-loans/:id/return', ({ request }) => {
        version = request.headers.get('If-Match')
        return HttpResponse.json(
          { title: '不在借阅中', status: 409, code: 'loan-not-running', errors: [] },
          { status: 409 },
        )
      }),
    )
    const view = await card({ status: 'APPROVED', allowed: ['RETURN'], version: 2 })
    await view.find('button').trigger('click')
    await eventually(() => expect(view.find('[role=alert]').text()).toContain('不在借阅中'))
    expect(version).toBe('"2"')
  })

  it('is asked for by its number; the archive desk names who inquires', async () => {
    let sent: NewArchiveLoan | undefined
    server.use(
      http.post('*/api/v1/archive-loans', async ({ request }) => {
        sent = (await request.json()) as NewArchiveLoan
        return HttpResponse.json(loan, { status: 201 })
      }),
    )
    const { view } = await mountWith(AskLoan, {}, { me: { roles: ['archive'] } })
    await view.find('button').trigger('click')
    await eventually(() => expect(document.querySelector('.el-dialog form')).not.toBeNull())
    const send = () => document.querySelector('.el-dialog form')!.dispatchEvent(new Event('submit'))
    send()
    await eventually(() => expect(document.querySelector('.el-dialog')!.textContent).toContain('此项必填'))
    expect(sent).toBeUndefined()
    const fill = (label: string, text: string) => {
      const item = [...document.querySelectorAll('.el-dialog .el-form-item')].find((x) =>
        x.textContent?.includes(label),
      )!
      const input = item.querySelector<HTMLInputElement>('input, textarea')!
      input.value = text
      input.dispatchEvent(new Event('input'))
    }
    fill('案号', loan.caseNumber)
    fill('外调单位', '安阳市公安局')
    fill('外调人员', '周某')
    fill('介绍信编号', '〔2022〕31号')
    fill('理由', '侦查需要')
    await flushPromises()
    send()
    await eventually(() =>
      expect(sent).toMatchObject({
        caseNumber: loan.caseNumber,
        kind: 'INQUIRY',
        body: '安阳市公安局',
        person: '周某',
        letter: '〔2022〕31号',
        reason: '侦查需要',
      }),
    )
  })

  it('of others is listed for the archive desk, with a way to its own', async () => {
    const asked: string[] = []
    server.use(
      http.get('*/api/v1/archive-loans', ({ request }) => {
        asked.push(new URL(request.url).search)
        return HttpResponse.json({ items: [loan], next: null })
      }),
    )
    const { view } = await mountWith(LoanList, {}, { me: { roles: ['archive'] } })
    await eventually(() => expect(view.text()).toContain(loan.caseNumber))
    await view
      .findAll('button')
      .find((b) => b.text() === '我的借阅')!
      .trigger('click')
    await eventually(() => expect(asked.some((search) => search.includes('mine=true'))).toBe(true))
  })
})
