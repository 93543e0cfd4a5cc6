import { expect, it } from 'vitest'
import type { CourtNode } from '@/api/types'
import { nodes } from '../../../mocks/data'
import { mountWith } from '../../../tests/mountWith'
import ResponsibleNames from './ResponsibleNames.vue'

const said = async (responsible: CourtNode['responsible']) =>
  (await mountWith(ResponsibleNames, { node: { ...nodes[0]!, responsible } })).view.text()

it('names people, else the team, else the desk, and nobody only where nobody is known', async () => {
  expect(
    await said({
      kind: 'HANDLERS',
      team: null,
      people: [
        { id: 'p-1', name: '王某' },
        { id: 'p-2', name: '赵某' },
      ],
    }),
  ).toBe('王某、赵某')
  expect(await said({ kind: 'TEAM', team: 'AFFAIRS', people: [] })).toContain('事务集约')
  expect(await said({ kind: 'DESK', team: null, people: [] })).toBe('案款管理')
  expect(await said({ kind: 'EXECUTOR', team: null, people: [] })).toBe('未定')
})
