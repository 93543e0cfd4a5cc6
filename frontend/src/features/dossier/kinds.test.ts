import { describe, expect, it } from 'vitest'
import { sizeWords, titleOf } from '@/shared/upload/files'
import { nodes } from '../../../mocks/data'
import { guessCategory, lookOf, pageWithin } from './kinds'

const node = (id: string, dueOn: string, evidenceCategory: string | null, state = 'PENDING') =>
  ({ ...nodes[0]!, id, dueOn, evidenceCategory, state }) as (typeof nodes)[number]

describe('what is filed', () => {
  it('guesses what the node one came from asks for, else what is due first', () => {
    const open = [
      node('late', '2022-12-01', 'DISPOSAL_RECORD'),
      node('first', '2022-11-01', 'INTERVIEW_RECORD'),
      node('done', '2022-10-01', 'OFFLINE_QUERY_RESULT', 'DONE'),
      node('closing', '2022-10-01', null),
    ]
    expect(guessCategory(open)).toBe('INTERVIEW_RECORD')
    expect(guessCategory(open, 'late')).toBe('DISPOSAL_RECORD')
    expect(guessCategory(open, 'done')).toBe('INTERVIEW_RECORD')
    expect(guessCategory([])).toBeUndefined()
  })

  it('takes the ending off a name, and never all of it', () => {
    expect(titleOf('约谈笔录.pdf')).toBe('约谈笔录')
    expect(titleOf('第1.2次约谈')).toBe('第1.2次约谈'.replace(/\.[^.]{1,5}$/, ''))
    expect(titleOf('.pdf')).toBe('.pdf')
  })
})

describe('what is shown', () => {
  it('shows only what runs nothing', () => {
    expect(lookOf('application/pdf')).toBe('pdf')
    expect(lookOf('image/png')).toBe('image')
    expect(lookOf('image/svg+xml')).toBe('none')
    expect(lookOf('image/tiff')).toBe('scan')
    expect(lookOf('image/heic')).toBe('image')
    expect(lookOf('audio/mpeg')).toBe('sound')
    expect(lookOf('video/quicktime')).toBe('none')
  })

  it('keeps the page within the file', () => {
    expect(pageWithin(undefined, 5)).toBe(1)
    expect(pageWithin('9', 5)).toBe(5)
    expect(pageWithin('-3', 5)).toBe(1)
    expect(pageWithin('x', 0)).toBe(1)
  })

  it('says sizes as people read them', () => {
    expect(sizeWords(900)).toBe('900 B')
    expect(sizeWords(5 * 1024 ** 2)).toBe('5.0 MB')
    expect(sizeWords(2 * 1024 ** 3)).toBe('2.00 GB')
  })
})
