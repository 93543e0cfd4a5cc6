import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (f) => /\.(vue|ts)$/.test(f) && !f.endsWith('.test.ts'),
)
const imports = (file: string) =>
  [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((m) => m[1]!)
const feature = (path: string) => /^(?:@\/)?features\/([^/]+)/.exec(path)?.[1]

describe('the walls between features', () => {
  it('stand: a feature imports no other feature and not the app', () => {
    const inFeatures = files.filter((f) => feature(f))
    expect(inFeatures.length).toBeGreaterThan(10)
    const breaches = inFeatures.flatMap((f) =>
      imports(f)
        .filter((i) => i.startsWith('@/app') || i.startsWith('../../') || (feature(i) && feature(i) !== feature(f)))
        .map((i) => `${f} → ${i}`),
    )
    expect(breaches).toEqual([])
  })

  it('stand below too: shared and api import neither features nor the app', () => {
    const below = files.filter((f) => /^(shared|api|locales)\//.test(f))
    expect(below.length).toBeGreaterThan(5)
    const breaches = below.flatMap((f) =>
      imports(f)
        .filter((i) => /^@\/(features|app)\//.test(i))
        .map((i) => `${f} → ${i}`),
    )
    expect(breaches).toEqual([])
  })

  it('keep one API call to a file', () => {
    const calls = files.filter((f) => /^features\/[^/]+\/api\//.test(f))
    const many = calls.filter(
      (f) => (readFileSync(join('src', f), 'utf8').match(/\bapi\.(GET|POST|PUT|DELETE)\(/g) ?? []).length > 1,
    )
    expect(many).toEqual([])
  })
})
