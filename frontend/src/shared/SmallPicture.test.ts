import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { mountWith } from '../../tests/mountWith'
import SmallPicture from './SmallPicture.vue'

const picture = { fileId: 'f-1', title: '现场照片', mediaType: 'image/png' }

describe('a small picture', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is there where the server draws one, with its words, its size and no haste', async () => {
    const { view } = await mountWith(SmallPicture, picture)
    const img = view.get('img').attributes()
    expect(img).toMatchObject({ alt: '“现场照片”缩略图', width: '56', height: '42', loading: 'lazy' })
    for (const mediaType of ['application/pdf', 'image/heic', 'audio/mpeg']) {
      const other = await mountWith(SmallPicture, { ...picture, mediaType })
      expect(other.view.find('img').exists()).toBe(false)
    }
  })

  it('is asked for once more where it did not come, and then leaves its place empty', async () => {
    const { view } = await mountWith(SmallPicture, picture)
    await view.get('img').trigger('error')
    expect(view.find('img').exists()).toBe(false)
    expect(view.find('.small-picture').exists()).toBe(true)
    vi.advanceTimersByTime(3000)
    await nextTick()
    await view.get('img').trigger('error')
    vi.advanceTimersByTime(60_000)
    await nextTick()
    expect(view.find('img').exists()).toBe(false)
    expect(view.find('.small-picture').exists()).toBe(true)
  })
})
