import { drain } from '../net/outbox'
import { add, change } from '../store/captures'
import type { Capture, Kind, Slip } from '../types'
import { whereNow } from './position'

export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((b) => b.toString(16).padStart(2, '0')).join('')
}

const ENDING: Record<string, string> = { 'image/jpeg': 'jpg', 'audio/mp4': 'm4a', 'application/json': 'json' }
const endingOf = (type: string) => ENDING[type] ?? type.split('/')[1]?.split(';')[0] ?? 'bin'

export interface Taken {
  kind: Kind
  bytes: ArrayBuffer
  mediaType: string
  title: string
  category: string
}

/** Kept on the phone first, at once, with hash and time; the position follows when it is known, and then it is sent. */
export async function take(slip: Slip, taken: Taken): Promise<string> {
  const takenAt = new Date().toISOString()
  const id = crypto.randomUUID()
  const mediaType = taken.mediaType.split(';')[0] || 'application/octet-stream'
  const capture: Capture = {
    id,
    slipId: slip.id,
    slipNumber: slip.number,
    caseNumber: slip.caseNumber,
    kind: taken.kind,
    title: taken.title,
    category: taken.category,
    takenAt,
    position: null,
    noPosition: 'pending',
    sha256: await sha256(taken.bytes),
    fileName: `${taken.kind.toLowerCase()}-${takenAt.replace(/\D/g, '').slice(0, 14)}-${id.slice(0, 4)}.${endingOf(mediaType)}`,
    mediaType,
    size: taken.bytes.byteLength,
    state: 'WAITING',
    sent: 0,
    uploadUrl: null,
    reason: null,
    exported: false,
  }
  await add(capture, taken.bytes)
  void whereNow()
    .then((where) => change(id, where))
    .then(drain)
  return id
}
