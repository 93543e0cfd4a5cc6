import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import AuditList from './AuditList.vue'

const PATH = '*/api/v1/audit'
const entry = {
  seq: 7,
  at: '2022-11-01T01:05:00Z',
  actorId: 'p-1',
  actor: '王某',
  action: 'case.filed',
  text: '立案：(2022)豫0505执1号，分流至快执',
  caseId: 'c-1',
  caseNumber: '(2022)豫0505执1号',
  subjectId: null,
  detail:
    '{"team":"FAST","changes":{"claimAmount":{"old":"5000.00","new":"6000.00"},"phone:王某":{"old":null,"new":"138****1234"},"preserved":{"old":"false","new":"true"}}}',
  requestId: 'r-1',
  address: '10.1.2.3',
  prevHash: null,
  hash: null,
}

describe('the trail', () => {
  it('says who did what when, with the words that were sealed and the list as a file', async () => {
    const asked: string[] = []
    server.use(
      http.get(PATH, ({ request }) => {
        asked.push(new URL(request.url).search)
        return HttpResponse.json({ items: [entry], next: null })
      }),
    )
    const { view } = await mountWith(AuditList, {}, { at: '/today?action=case&from=2022-11-01&to=2022-11-02' })
    await eventually(() => expect(view.findAll('tbody tr')).toHaveLength(1))
    for (const word of [
      '王某',
      '2022-11-01 09:05',
      '(2022)豫0505执1号',
      'case.filed',
      '"team": "FAST"',
      'r-1',
      '10.1.2.3',
    ])
      expect(view.text()).toContain(word)
    expect(asked[0]).toContain('action=case&from=2022-11-01&to=2022-11-02')
    expect(view.findAll('a[download]').map((a) => a.attributes('href'))[1]).toBe(
      '/api/v1/audit/export?action=case&from=2022-11-01&to=2022-11-02&format=csv',
    )
  })

  it('calls what a paper said as the form does where it was written', async () => {
    const changes = {
      addressee: { old: '李某某', new: '王某' },
      'fields.BASIS': { old: null, new: '民事判决书' },
      template: { old: '1', new: '2' },
    }
    server.use(
      http.get(PATH, () =>
        HttpResponse.json({ items: [{ ...entry, detail: JSON.stringify({ changes }) }], next: null }),
      ),
    )
    const { view } = await mountWith(AuditList)
    await eventually(() => expect(view.findAll('.changes li')).toHaveLength(3))
    expect(view.findAll('.changes li').map((li) => li.text().replaceAll(/\s+/g, ' '))).toEqual([
      '受文人李某某 → 王某',
      '执行依据无 → 民事判决书',
      '模板版本1 → 2',
    ])
  })

  it('says from where, and shows the old value beside the new under its name', async () => {
    server.use(
      http.get(PATH, () =>
        HttpResponse.json({ items: [entry, { ...entry, seq: 6, address: null, detail: '{}' }], next: null }),
      ),
    )
    const { view } = await mountWith(AuditList)
    await eventually(() => expect(view.findAll('tbody tr')).toHaveLength(2))
    expect(view.findAll('thead th').map((th) => th.text())).toContain('来源')
    expect(view.findAll('td[data-label="来源"]').map((td) => td.text())).toEqual(['10.1.2.3', '—'])
    expect(view.findAll('.changes li').map((li) => li.text().replaceAll(/\s+/g, ' '))).toEqual([
      '执行标的额5000.00 → 6000.00',
      '电话（王某）无 → 138****1234',
      '已保全否 → 是',
    ])
  })

  it('says that a case number is not there instead of searching for nothing', async () => {
    server.use(
      http.get(PATH, () => HttpResponse.json({ items: [], next: null })),
      http.get('*/api/v1/cases', () => HttpResponse.json({ items: [], next: null })),
    )
    const { view } = await mountWith(AuditList)
    await eventually(() => expect(view.text()).toContain('没有符合条件的记录'))
    const number = view.get('input[aria-label="完整案号"]')
    await number.setValue('(2022)豫0505执9号')
    await number.trigger('change')
    await eventually(() => expect(view.text()).toContain('没有这个案号'))
  })
})
