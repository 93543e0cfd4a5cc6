import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '@/locales/en'
import zh from '@/locales/zh-CN'

type Tree = { [key: string]: string | Tree }
const keys = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([k, v]) => (typeof v === 'string' ? [path + k] : keys(v, `${path}${k}.`)))

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.(vue|ts)$/.test(f) && !f.endsWith('.test.ts'))
  .map((f) => readFileSync(join('src', f), 'utf8'))

describe('the message catalogues', () => {
  it('have the same keys in Chinese and English', () => {
    expect(keys(en).sort()).toEqual(keys(zh).sort())
  })

  it('have no empty message', () => {
    const empty = (tree: Tree): string[] =>
      Object.values(tree).flatMap((v) => (typeof v === 'string' ? (v.trim() ? [] : ['empty']) : empty(v)))
    expect([...empty(zh), ...empty(en)]).toEqual([])
  })

  it('know every key that the code names', () => {
    const known = new Set(keys(zh))
    const named = sources.flatMap((s) => [...s.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((m) => m[1]!))
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((k) => !known.has(k))).toEqual([])
  })
})
