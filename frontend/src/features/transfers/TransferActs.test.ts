import { describe, expect, it } from 'vitest'
import { transfer } from '../../../mocks/data'
import { mountWith } from '../../../tests/mountWith'
import TransferActs from './TransferActs.vue'

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
})
