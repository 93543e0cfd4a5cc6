import { describe, expect, it } from 'vitest'
import type { InboxItem } from '@/api/types'
import { mountWith } from '../../../tests/mountWith'
import InboxRow from './InboxRow.vue'

const item: InboxItem = {
  id: 'i-1',
  kind: 'referral.approved',
  title: '报请事项已同意',
  body: '法官意见：符合条件',
  forDay: '2022-11-01',
  createdAt: '2022-11-01T01:05:00Z',
  readAt: null,
  link: { caseId: 'c-1', nodeId: null },
}
const links = async (of: Partial<InboxItem>) =>
  (await mountWith(InboxRow, { item: { ...item, ...of } })).view.findAll('a').map((a) => a.attributes('href'))

describe('a notice leads to what it is about', () => {
  it('a referral and a paper to their places on the case page', async () => {
    expect(await links({})).toEqual(['/cases/c-1?tab=deciding'])
    expect(await links({ kind: 'paper.signed' })).toEqual(['/cases/c-1?tab=papers'])
  })

  it('a loan to the loans, and whoever decides on one to what waits', async () => {
    expect(await links({ kind: 'archive-loan.approved', link: null })).toEqual(['/archiveLoans'])
    expect(await links({ kind: 'archive-loan.asked', link: null })).toEqual(['/approvals'])
  })

  it('papers that came with many cases to where they are signed', async () => {
    expect(await links({ kind: 'papers.to-sign', link: null })).toEqual(['/approvals'])
  })

  it('whoever stands in to what waits for a decision', async () => {
    expect(await links({ kind: 'stand-in.lent', link: null })).toEqual(['/approvals'])
  })
})
