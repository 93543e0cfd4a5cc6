import { describe, expect, it } from 'vitest'
import { transfer } from '../../../mocks/data'
import { mountWith } from '../../../tests/mountWith'
import TransferActs from './TransferActs.vue'
import TransferCard from './TransferCard.vue'

const buttons = async (roles: string[], status: string) => {
  const { view } = await mountWith(TransferActs, { transfer: { ...transfer, status } }, { me: { roles } })
  return view.findAll('button').map((b) => b.text())
}

describe('a transfer', () => {
  it('is decided by the president and carried out by the triage desk', async () => {
    expect(await buttons(['president'], 'ASKED')).toEqual(['同意移转', '不同意'])
    expect(await buttons(['president'], 'APPROVED')).toEqual([])
    expect(await buttons(['triage'], 'APPROVED')).toEqual(['办理移转'])
    expect(await buttons(['judge'], 'ASKED')).toEqual([])
  })

  it('shows the sheet that the president signed, once there is one', async () => {
    const links = async (paperId: string | null) => {
      const { view } = await mountWith(TransferCard, { transfer: { ...transfer, paperId } }, { me: { roles: [] } })
      return view.findAll('a[target="_blank"]').map((a) => a.attributes('href'))
    }
    expect(await links(null)).toEqual([])
    expect(await links('p-1')).toEqual(['/api/v1/papers/p-1/pdf'])
  })
})
