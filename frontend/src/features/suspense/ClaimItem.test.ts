import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { suspense } from '../../../mocks/funds'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import ClaimItem from './ClaimItem.vue'

describe('claiming money of nobody', () => {
  it('takes a suggestion with its reason written already', async () => {
    let sent: unknown
    server.use(
      http.post('*/api/v1/suspense/s-1/claims', async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json(suspense, { status: 201 })
      }),
    )
    const { view } = await mountWith(ClaimItem, { item: suspense })
    await view.find('button').trigger('click')
    await eventually(() => expect(document.querySelector('[role=dialog] textarea')).not.toBeNull())
    document.querySelector('[role=dialog] form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await eventually(() => expect(sent).toEqual({ caseId: 'c-0', reason: '金额等于标的额，经核对属于本案。' }))
  })

  it('asks for a case and a reason where it suggests none', async () => {
    const { view } = await mountWith(ClaimItem, { item: { ...suspense, suggestions: [] } })
    await view.find('button').trigger('click')
    const form = () => [...document.querySelectorAll('[role=dialog] form')].at(-1)
    await eventually(() => expect(form()).toBeDefined())
    form()?.dispatchEvent(new Event('submit', { cancelable: true }))
    await eventually(() => expect(form()?.textContent).toContain('此项必填'))
  })
})
