import { load } from '../store/captures'
import { db } from '../store/db'
import { admit, openVault, person, wipe } from '../store/vault'
import { ask, Failed, HEADERS, online } from './http'

interface DeviceKey {
  person: { id: string; name: string }
  key: string
}

const LEAVING = 'leaving'
const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))

/** Asks who is signed in, and takes their key. False: nobody that the server knows, or no answer. */
export async function renew(): Promise<boolean> {
  if (await (await db()).get('flags', LEAVING)) return leaveServer()
  try {
    const given = await ask<DeviceKey>('GET', '/field/key')
    const before = person.value?.id
    await admit(given.person, bytes(given.key))
    if (before !== given.person.id) await load()
    return true
  } catch (cause) {
    if (cause instanceof Failed) return false
    throw cause
  }
}

/** First what is on the phone, then what the server says: the app opens without a net. */
export async function begin() {
  await openVault()
  await load()
}

export const loginUrl = () => `/login?to=${encodeURIComponent(location.pathname + location.search)}`

/** The phone forgets at once; the server is told as soon as there is a net. */
export async function signOut() {
  await wipe()
  await load()
  await (await db()).put('flags', 'yes', LEAVING)
  if (online.value) await leaveServer()
}

async function leaveServer(): Promise<false> {
  // Only what answers can be left: a navigation into nothing would leave the session as it was, and nobody to end it.
  const reached = await fetch('/api/v1/me', { headers: HEADERS }).catch(() => null)
  if (!reached) return false
  await (await db()).delete('flags', LEAVING)
  location.assign('/logout')
  return false
}
