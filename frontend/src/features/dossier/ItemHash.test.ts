import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { mountWith } from '../../../tests/mountWith'
import ItemHash from './ItemHash.vue'

const sha256 = `0123456789abcdef${'0'.repeat(48)}`

describe('the hash of an item', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('is short to look at, whole to point at and to copy', async () => {
    const writeText = vi.fn(async () => undefined)
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    const { view } = await mountWith(ItemHash, { sha256 })
    expect(view.text()).toContain('SHA-256 0123456789ab…')
    expect(view.get('.hash').attributes('title')).toBe(`SHA-256 ${sha256}`)
    await view.get('button').trigger('click')
    await flushPromises()
    expect(writeText).toHaveBeenCalledWith(sha256)
    expect(view.get('[role=status]').text()).toBe('已复制')
  })
})
