import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { taskSlip } from '../../../mocks/data'
import { eventually } from '../../../tests/eventually'
import { mountWith } from '../../../tests/mountWith'
import { server } from '../../../tests/server'
import SlipEvidence from './SlipEvidence.vue'

const sha = (c: string) => c.repeat(64)
const taken = {
  id: 'c-1',
  itemId: 'i-1',
  kind: 'PHOTO',
  title: '现场照片',
  sha256: sha('a'),
  by: { id: 'p-3', name: '孙某' },
  takenAt: '2022-11-01T01:05:00Z',
  filedAt: '2022-11-01T02:00:00Z',
  position: { lat: 36.1, lng: 114.35, accuracy: 12.4 },
  noPosition: null,
}

describe('what proves a task slip', () => {
  it('says of what was taken on the spot when, by whom and where, and of the rest its hash', async () => {
    server.use(
      http.get('*/api/v1/field/captures', () =>
        HttpResponse.json([
          taken,
          { ...taken, id: 'c-2', itemId: 'i-2', kind: 'RECORD', position: null, noPosition: 'DENIED' },
        ]),
      ),
    )
    const evidence = [
      { itemId: 'i-1', title: '现场照片', sha256: sha('a'), fileId: 'f-1', mediaType: 'image/jpeg' },
      { itemId: 'i-2', title: '执行笔录', sha256: sha('b'), fileId: 'f-2', mediaType: 'application/pdf' },
      { itemId: 'i-3', title: '查封裁定', sha256: sha('c'), fileId: 'f-3', mediaType: 'image/heic' },
    ]
    const { view } = await mountWith(SlipEvidence, { slip: { ...taskSlip, evidence } })
    await eventually(() => expect(view.text()).toContain('孙某 2022-11-01 09:05 取证'))
    const [photo, record, paper] = view.findAll('li').map((li) => li.text())
    expect(photo).toContain('位置 36.10000, 114.35000（±12 米）')
    expect(record).toContain('无位置：未允许定位')
    // Of a record the text is what was signed.
    expect(record).toContain('SHA-256 aaaaaaaaaaaa…')
    expect(paper).not.toContain('取证')
    expect(paper).toContain('SHA-256 cccccccccccc…')
    // A glimpse of the picture, and of nothing else.
    const pictures = view.findAll('img').map((img) => [img.attributes('src'), img.attributes('alt')])
    expect(pictures).toEqual([['/api/v1/files/f-1/thumbnail?size=160', '“现场照片”缩略图']])
  })
})
