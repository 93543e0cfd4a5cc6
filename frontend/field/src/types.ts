/** A task slip. */
interface SlipRow {
  id: string
  number: string
  kindName: string
  state: string
  dueOn: string | null
  caseId: string
  caseNumber: string
  caseTeam: string | null
  place: string | null
  target: string
  instructions: string | null
  judge: Named
  executor: Named
  /** The category that proves its node done; null where a letter does. Slips that an older app kept do not say. */
  evidenceCategory?: string | null
  /** Nothing that its node asks for is missing. */
  proved?: boolean
  version: number
}
interface OnTheSpot {
  slip: SlipRow
  claimAmount: string | null
  parties: Party[]
}
/** A task slip with what an officer needs on the spot. */
export type Slip = SlipRow & Omit<OnTheSpot, 'slip'>
interface Party {
  role: string
  name: string
  /** Not every register has them. */
  phone?: string | null
  address?: string | null
}
type Named = { name: string } | null
interface Trip {
  id: string
  on: string
  title: string
  officers: { id: string; name: string }[]
  stops: { position: number; slip: OnTheSpot }[]
}
/** What the server says. */
export interface Mine {
  trips: Trip[]
  unplanned: OnTheSpot[]
}

export interface Position {
  lat: number
  lng: number
  accuracy: number
}
/** Why a capture has no position: it is still being looked for, or this is what came of it. */
export type NoPosition = 'pending' | 'denied' | 'unavailable' | 'timeout' | 'unsupported'

export type Kind = 'PHOTO' | 'AUDIO' | 'RECORD'
/** What the reader may do about a capture follows from where it is. Being sent is no state: nothing rests in it. */
type CaptureState = 'WAITING' | 'REFUSED' | 'FILED'

export interface Reason {
  code: string
  title: string
  detail: string
  /** The lawful way, in the reader's language; captures that an older app kept have none. */
  remedy?: string | null
}

/** Something taken on the spot, and how far it has come on its way to the e-file. */
export interface Capture {
  id: string
  slipId: string
  slipNumber: string
  caseNumber: string
  kind: Kind
  title: string
  category: string
  takenAt: string
  position: Position | null
  noPosition: NoPosition | null
  /** Of the bytes as they were taken: of the file, or of the text of the record. */
  sha256: string
  fileName: string
  mediaType: string
  size: number
  state: CaptureState
  sent: number
  uploadUrl: string | null
  reason: Reason | null
  exported: boolean
  /** The server may have it already: what is sent again must be what was sent. */
  asked?: boolean
  /** When the server said that it is filed, in ms of the phone's clock. */
  filedAt?: number
}

/** The words with which a slip is handed in, and how far they have come: they go after everything taken for the slip. */
export interface Result {
  /** Made on the phone: the idempotency key. */
  id: string
  slipId: string
  slipNumber: string
  kindName: string
  caseNumber: string
  /** Of the slip as the officer saw it. */
  version: number
  text: string
  at: string
  state: CaptureState
  reason: Reason | null
}
