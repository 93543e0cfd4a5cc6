import { drain } from '../net/outbox'
import { add, locate } from '../store/captures'
import type { Capture, Kind, Slip } from '../types'
import { whereNow } from './position'

export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((b) => b.toString(16).padStart(2, '0')).join('')
}

const ENDING: Record<string, string> = { 'image/jpeg': 'jpg', 'audio/mp4': 'm4a', 'application/json': 'json' }
const endingOf = (type: string) => ENDING[type] ?? type.split('/')[1]?.split(';')[0] ?? 'bin'

export interface What {
  kind: Kind
  mediaType: string
  title: string
  category: string
}

/** What a capture is from its first moment on, before its bytes are known. */
export function begun(slip: Slip, what: What): Omit<Capture, 'sha256' | 'size'> {
  const takenAt = new Date().toISOString()
  const id = crypto.randomUUID()
  const mediaType = what.mediaType.split(';')[0] || 'application/octet-stream'
  return {
    id,
    slipId: slip.id,
    slipNumber: slip.number,
    caseNumber: slip.caseNumber,
    kind: what.kind,
    title: what.title,
    category: what.category,
    takenAt,
    position: null,
    noPosition: 'pending',
    fileName: `${what.kind.toLowerCase()}-${takenAt.replace(/\D/g, '').slice(0, 14)}-${id.slice(0, 4)}.${endingOf(mediaType)}`,
    mediaType,
    state: 'WAITING',
    sent: 0,
    uploadUrl: null,
    reason: null,
    exported: false,
  }
}

/** Kept on the phone first, at once, with hash and time; the position follows when it is known, and then it is sent. */
export async function take(slip: Slip, what: What, bytes: ArrayBuffer): Promise<void> {
  const capture = begun(slip, what)
  await add({ ...capture, sha256: await sha256(bytes), size: bytes.byteLength }, bytes)
  void whereNow()
    .then((where) => locate(capture.id, where))
    .then(drain)
}
