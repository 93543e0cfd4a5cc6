import type { UploadPolicy } from '@/api/types'

/** What a version takes otherwise than the one before it; the size is null where the kind is not taken. */
export interface Difference {
  name: string
  was: number | null
  is: number | null
}

/** Kinds whose size has changed, in the order in which the versions name them. */
export function differences(of: UploadPolicy, before?: UploadPolicy): Difference[] {
  if (!before) return []
  const was = new Map(before.kinds.map((k) => [k.kind, k.megabytes ?? null]))
  return of.kinds
    .map((k) => ({ name: k.name, was: was.get(k.kind) ?? null, is: k.megabytes ?? null }))
    .filter((k) => k.was !== k.is)
}

/** As people say it: 2 GB, 512 MB. */
export const size = (megabytes: number) => (megabytes % 1024 === 0 ? `${megabytes / 1024} GB` : `${megabytes} MB`)
