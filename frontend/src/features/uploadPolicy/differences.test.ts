import { describe, expect, it } from 'vitest'
import type { UploadPolicy } from '@/api/types'
import { differences, size } from './differences'

const policy = (pdf: number | null, heic: number | null) =>
  ({
    kinds: [
      { kind: 'PDF', name: 'PDF', megabytes: pdf },
      { kind: 'HEIC', name: 'HEIC 图片', megabytes: heic },
    ],
  }) as unknown as UploadPolicy

describe('what a version of the upload rules changes', () => {
  it('names sizes that differ, and kinds that are taken no more or again', () => {
    expect(differences(policy(1024, null), policy(2048, 100))).toEqual([
      { name: 'PDF', was: 2048, is: 1024 },
      { name: 'HEIC 图片', was: 100, is: null },
    ])
    expect(differences(policy(1024, 5), policy(1024, null))).toEqual([{ name: 'HEIC 图片', was: null, is: 5 }])
  })
  it('says nothing of the first version and of one that is alike', () => {
    expect(differences(policy(1024, null))).toEqual([])
    expect(differences(policy(1024, null), policy(1024, null))).toEqual([])
  })
  it('writes sizes as people say them', () => {
    expect([size(2048), size(1024), size(512), size(1536)]).toEqual(['2 GB', '1 GB', '512 MB', '1536 MB'])
  })
})
