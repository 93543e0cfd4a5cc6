import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Encrypted bytes; which row they belong to is authenticated with them. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}
export interface Holder {
  person: { id: string; name: string }
  /** Not extractable: scripts can use it, and cannot read it. */
  key: CryptoKey
  /** The last time that the server knew this person, in ms. */
  since: number
}

interface Field extends DBSchema {
  holder: { key: 'holder'; value: Holder }
  flags: { key: string; value: string }
  captures: { key: string; value: { id: string; owner: string; at: number; facts: Sealed; done: boolean } }
  bytes: { key: string; value: { id: string; owner: string; sealed: Sealed } }
  kept: { key: string; value: { id: string; owner: string; at: number; sealed: Sealed } }
}

let opened: Promise<IDBPDatabase<Field>> | undefined

export const db = () => {
  opened ??= openDB<Field>('zhixing-field', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('holder')
      fresh.createObjectStore('flags')
      fresh.createObjectStore('captures', { keyPath: 'id' })
      fresh.createObjectStore('bytes', { keyPath: 'id' })
      fresh.createObjectStore('kept', { keyPath: 'id' })
    },
  })
  return opened
}
