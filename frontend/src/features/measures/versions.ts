import type { Asset } from '@/api/types'

const FIELDS = [
  'kind',
  'respondent',
  'description',
  'holder',
  'identifier',
  'value',
  'appraised',
  'source',
  'foundOn',
  'disposable',
] as const
export type Field = (typeof FIELDS)[number]

interface Step {
  to: Asset
  /** Nothing for the first. */
  from?: Asset
  changes: { field: Field; before: Asset[Field]; after: Asset[Field] }[]
}

/** Each version with what it changed, the newest first as they come; the first says all that was filled in. */
export function changesOf(versions: Asset[]): Step[] {
  return versions.map((to, i) => {
    const from = versions[i + 1]
    const changes = FIELDS.filter((f) => (from ? to[f] !== from[f] : to[f] != null && to[f] !== false && to[f] !== ''))
    return { to, from, changes: changes.map((field) => ({ field, before: from?.[field] ?? null, after: to[field] })) }
  })
}
