import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import TrailProof from './TrailProof.vue'

const PATH = '*/api/v1/audit/verification'
const step = {
  first: 1,
  last: 2,
  through: 1,
  blocks: 1,
  rows: 3,
  unsigned: 0,
  head: 'abc',
  next: 2,
  findings: [] as object[],
}

async function checked(second: object) {
  server.use(
    http.get(PATH, ({ request }) =>
      HttpResponse.json(
        new URL(request.url).searchParams.get('block') === '2' ? { ...step, through: 2, next: null, ...second } : step,
      ),
    ),
  )
  const { view } = await mountWith(TrailProof)
  await view.get('button').trigger('click')
  return view
}

describe('the proof of the trail', () => {
  it('goes on step by step to the end and says that all holds', async () => {
    const view = await checked({ head: 'def' })
    await eventually(() => expect(view.text()).toContain('核验通过'))
    expect(view.text()).toContain('已核验 2 个封存块、6 条记录')
    expect(view.text()).toContain('def')
  })

  it('names each row that is not as it was sealed', async () => {
    const finding = {
      kind: 'ROW_CHANGED',
      text: '记录被改动',
      block: 2,
      seq: 5,
      at: '2022-11-01T01:05:00Z',
      caseId: 'c-1',
      action: 'case.edited',
      actor: '王某',
    }
    const view = await checked({ findings: [finding] })
    await eventually(() => expect(view.text()).toContain('发现 1 处与封存不符'))
    for (const word of ['记录被改动', '王某', 'case.edited', '打开案件']) expect(view.text()).toContain(word)
  })
})
