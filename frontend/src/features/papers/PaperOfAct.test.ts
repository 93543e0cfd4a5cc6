import { expect, it } from 'vitest'
import type { Paper } from '@/api/types'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import PaperOfAct from './PaperOfAct.vue'

it('the paper of something on record is made, and then before whoever sends it to be signed', async () => {
  const draft = () => Promise.resolve({ id: 'w-1', caseId: 'c-1' } as Paper)
  const { view, router } = await mountWith(PaperOfAct, { draft })
  await view.get('button').trigger('click')
  await eventually(() => expect(router.currentRoute.value.fullPath).toBe('/cases/c-1?tab=papers'))
})
