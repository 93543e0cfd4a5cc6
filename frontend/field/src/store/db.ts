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
  /** Results of slips on their way to the server. */
  results: { key: string; value: { id: string; owner: string; at: number; facts: Sealed; done: boolean } }
  /** Sound that is being recorded: what it will be a capture of, and its pieces in their order. */
  sounds: { key: string; value: { id: string; owner: string; at: number; facts: Sealed } }
  pieces: { key: [string, number]; value: { id: string; n: number; sealed: Sealed } }
  kept: { key: string; value: { id: string; owner: string; at: number; sealed: Sealed } }
}

let opened: Promise<IDBPDatabase<Field>> | undefined

export const db = () => {
  opened ??= openDB<Field>('zhixing-field', 2, {
    upgrade(base, from) {
      if (from < 1) {
        base.createObjectStore('holder')
        base.createObjectStore('flags')
        base.createObjectStore('captures', { keyPath: 'id' })
        base.createObjectStore('bytes', { keyPath: 'id' })
        base.createObjectStore('kept', { keyPath: 'id' })
      }
      if (from < 2) {
        base.createObjectStore('results', { keyPath: 'id' })
        base.createObjectStore('sounds', { keyPath: 'id' })
        base.createObjectStore('pieces', { keyPath: ['id', 'n'] })
      }
    },
    // A window that runs an older version of the app must not keep a newer one waiting.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  })
  return opened
}
