/** A task slip with what an officer needs on the spot. */
export interface Slip {
  id: string
  number: string
  kindName: string
  state: string
  dueOn: string | null
  caseId: string
  caseNumber: string
  teamName: string | null
  claimAmount: string | null
  parties: Party[]
  place: string | null
  target: string
  instructions: string | null
  judge: Named
  executor: Named
}
interface Party {
  role: string
  name: string
  phone: string | null
  address: string | null
}
/** A handler is a name, or a person with one. */
export type Named = string | { name: string } | null
interface Trip {
  id: string
  on: string
  title: string
  officers: { id: string; name: string }[]
  stops: { position: number; slip: Slip }[]
}
export interface Mine {
  trips: Trip[]
  unplanned: Slip[]
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
}
