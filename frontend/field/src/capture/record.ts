import type { Slip } from '../types'
import { courtDay } from '../when'
import { sha256 } from './take'

interface Signature {
  /** The strokes as a PNG data URL. */
  image: string
  at: string
}
interface Refusal {
  reason: string
  witness: string
  at: string
}
export interface Present {
  name: string
  role: string
  signature: Signature | null
  refusal: Refusal | null
}
/** A record that is being written. */
export interface Draft {
  title: string
  place: string
  startedAt: string
  officers: string
  qa: { question: string; answer: string }[]
  narrative: string
  present: Present[]
  /** Where it is to be filed; not of what is signed. */
  category?: string
}

const clockOf = (at: Date) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(at)

export const freshDraft = (slip: Slip, title: string, officers: string, category: string): Draft => ({
  title,
  category,
  place: slip.place ?? '',
  startedAt: `${courtDay(new Date())}T${clockOf(new Date())}`,
  officers,
  qa: [],
  narrative: '',
  present: [],
})

/** What is signed: every word, and who is said to have been there; not the signatures themselves. */
const textOf = ({ title, place, startedAt, officers, qa, narrative, present }: Draft) => ({
  title,
  place,
  startedAt,
  officers,
  qa: qa.filter((each) => each.question.trim() || each.answer.trim()),
  narrative,
  present: present.map(({ name, role }) => ({ name, role })),
})

const answered = (one: Present) => one.signature !== null || one.refusal !== null
export const locked = (draft: Draft) => draft.present.some(answered)

export type Missing = 'needPlace' | 'needPresent' | 'needText' | 'needSigns'
/** What a record needs before it can be finished. */
export function missing(draft: Draft): Missing[] {
  const text = textOf(draft)
  const named = draft.present.length > 0 && draft.present.every((one) => one.name.trim())
  return [
    ...(text.place.trim() ? [] : (['needPlace'] as const)),
    ...(named ? [] : (['needPresent'] as const)),
    ...(text.qa.length || text.narrative.trim() ? [] : (['needText'] as const)),
    ...(draft.present.every(answered) ? [] : (['needSigns'] as const)),
  ]
}
export const unsigned = (draft: Draft) => draft.present.filter((one) => !answered(one)).length

/** The record as it is kept and sent: its bytes are what the capture's hash is of. */
export async function finished(draft: Draft, slip: Slip): Promise<ArrayBuffer> {
  const text = textOf(draft)
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  const record = {
    version: 1,
    slipId: slip.id,
    slipNumber: slip.number,
    caseNumber: slip.caseNumber,
    text,
    textSha256: await sha256(encode(text)),
    signatures: draft.present,
    finishedAt: new Date().toISOString(),
  }
  return encode(record).buffer
}
