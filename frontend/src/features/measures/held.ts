import type { Asset, AssetKind, Measure, MeasureKind } from '@/api/types'
import { daysBetween } from '@/shared/dates'
import { fen, ofFen, sumOf } from '@/shared/money'
import type { Tone } from '@/shared/WordTag.vue'

/** From here on a measure asks to be renewed; the node's own due date is earlier than its end, too. */
const SOON_DAYS = 60

export const KINDS: AssetKind[] = ['REAL_ESTATE', 'VEHICLE', 'DEPOSIT', 'SECURITIES', 'PROVIDENT_FUND', 'OTHER']

const usual: Record<AssetKind, MeasureKind> = {
  REAL_ESTATE: 'SEIZE',
  VEHICLE: 'SEIZE',
  DEPOSIT: 'FREEZE',
  SECURITIES: 'FREEZE',
  PROVIDENT_FUND: 'FREEZE',
  OTHER: 'DETAIN',
}
/** What is usually done to such property: offered, never imposed. */
export const usualMeasure = (kind: AssetKind) => usual[kind]

export const ours = (m: Measure) => !m.otherCourt
export const stands = (m: Measure) => m.status === 'RUNNING' || m.status === 'WAITING'

/** Ours ran out and nothing of ours holds the property now. */
export const lapsed = (a: Asset) =>
  a.measures.some((m) => ours(m) && m.status === 'EXPIRED') && !a.measures.some((m) => ours(m) && stands(m))

export const toneOf = (m: Measure): Tone => {
  if (m.status === 'EXPIRED') return 'late'
  if (m.status === 'WAITING') return 'held'
  if (m.status === 'RELEASED') return 'plain'
  return endsSoon(m) ? 'soon' : 'done'
}

export const endsSoon = (m: Measure) => m.status === 'RUNNING' && (m.daysLeft ?? SOON_DAYS + 1) <= SOON_DAYS

/** How much of its time has gone, in hundredths; nothing where no time runs. */
export function gone(m: Measure, today: string): number | undefined {
  if (!m.startsOn || !m.endsOn || m.status === 'WAITING') return undefined
  const at = m.releasedOn && m.releasedOn < today ? m.releasedOn : today
  const whole = daysBetween(m.startsOn, m.endsOn)
  return Math.min(100, Math.max(0, Math.round((daysBetween(m.startsOn, at) * 100) / whole)))
}

interface Held {
  /** All that was found and estimated. */
  found: string
  /** Under a running measure of ours. */
  held: string
  /** Behind other courts. */
  waiting: string
  /** Neither, or given up in part. */
  loose: string
  unvalued: number
}

/** What a measure holds: what the property is worth, less what was given up in part; nothing while nobody knows. */
export function heldOf(on: Asset, of: Measure): string | undefined {
  const value = fen(on.value)
  if (value === undefined) return undefined
  const rest = value - (fen(of.releasedAmount) ?? 0n)
  return ofFen(rest > 0n ? rest : 0n)
}

/** What the property found is worth, by how we hold it; each property counts once. */
export function totals(assets: Asset[]): Held {
  const running = assets.filter((a) => a.measures.some((m) => ours(m) && m.status === 'RUNNING'))
  const waiting = assets.filter(
    (a) => !running.includes(a) && a.measures.some((m) => ours(m) && m.status === 'WAITING'),
  )
  const sum = (some: Asset[]) => sumOf(some.map((a) => a.value))
  const found = sum(assets)
  const held = sumOf(running.map((a) => bestOf(a, 'RUNNING')))
  const behind = sumOf(waiting.map((a) => bestOf(a, 'WAITING')))
  const loose = (fen(found) ?? 0n) - (fen(held) ?? 0n) - (fen(behind) ?? 0n)
  return {
    found,
    held,
    waiting: behind,
    loose: ofFen(loose),
    unvalued: assets.filter((a) => a.value == null).length,
  }
}

/** What our measure of that state on it holds. */
const bestOf = (a: Asset, status: Measure['status']) => {
  const held = a.measures.find((m) => ours(m) && m.status === status)
  return held && heldOf(a, held)
}

/** An amount in hundredths of the longer of claim and findings: widths of a bar, never shown as money. */
export function share(amount: string, claim: string | null | undefined, found: string): number {
  const whole = [fen(claim) ?? 0n, fen(found) ?? 0n].reduce((a, b) => (a > b ? a : b))
  return whole > 0n ? Number(((fen(amount) ?? 0n) * 10_000n) / whole) / 100 : 0
}

/** What of the claim is not covered by what we hold first; nothing where it is. */
export function uncovered(claim: string | null | undefined, held: string): string | undefined {
  const rest = (fen(claim) ?? 0n) - (fen(held) ?? 0n)
  return rest > 0n ? ofFen(rest) : undefined
}
