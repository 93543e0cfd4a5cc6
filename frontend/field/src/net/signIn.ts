import { ref } from 'vue'
import { recoverSounds } from '../capture/sound'
import { i18n } from '../locales'
import { load } from '../store/captures'
import { db } from '../store/db'
import { loadResults } from '../store/results'
import { admit, expire, openVault, person, wipe } from '../store/vault'
import { ask, Failed, HEADERS, online } from './http'
import { recall, refresh } from './slips'

interface DeviceKey {
  person: { id: string; name: string }
  key: string
}

const LEAVING = 'leaving'
/** Why whoever is signed in has no work here; empty while that is not so. */
export const barred = ref('')
const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))

/** Asks who is signed in, and takes their key. False: nobody that the server knows, or no answer. */
export async function renew(): Promise<boolean> {
  if (await (await db()).get('flags', LEAVING)) return leaveServer()
  try {
    const given = await ask<DeviceKey>('GET', '/field/key')
    const before = person.value?.id
    await admit(given.person, bytes(given.key))
    barred.value = ''
    if (before !== given.person.id) {
      await loadAll()
      void refresh()
    }
    return true
  } catch (cause) {
    if (cause instanceof Failed) {
      if (cause.status === 403) barred.value = cause.message
      return false
    }
    throw cause
  }
}

/** First what is on the phone, then what the server says: the app opens without a net. */
export async function begin() {
  await openVault()
  await loadAll()
}

/** What this person has on the phone; a recording that a killed tab left is among it. */
async function loadAll() {
  await Promise.all([load(), loadResults(), recall()])
  const cutOff = (title: string) => i18n.global.t('take.cutOff', { title })
  if (person.value) void recoverSounds(cutOff)
}

/** The days of the key are over while the app is open; true: what was on screen is another's now, or nobody's. */
export async function shutWhenOver(): Promise<boolean> {
  if (!(await expire())) return false
  await loadAll()
  return true
}

export const loginUrl = () => `/login?to=${encodeURIComponent(location.pathname + location.search)}`

/** Whoever signed out without a net is still known to the server: it hears of it now. */
export async function leaveLate() {
  if (online.value && (await (await db()).get('flags', LEAVING))) await leaveServer()
}

/** The phone forgets at once; the server is told as soon as there is a net. */
export async function signOut() {
  await wipe()
  await loadAll()
  await (await db()).put('flags', 'yes', LEAVING)
  if (online.value) await leaveServer()
}

let leaving: Promise<false> | undefined
/** Once, however many find that it is to be done: a second way out would cut the first. */
function leaveServer(): Promise<false> {
  leaving ??= wayOut().finally(() => {
    leaving = undefined
  })
  return leaving
}

async function wayOut(): Promise<false> {
  // Only what answers can be left: a navigation into nothing would leave the session as it was, and nobody to end it.
  const reached = await fetch('/api/v1/me', { headers: HEADERS }).catch(() => null)
  if (!reached) return false
  await (await db()).delete('flags', LEAVING)
  // The way out leads over the login server to the start page: it sends whoever has this back here.
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every phone's browser
  document.cookie = 'zhixing-after=field; path=/; max-age=120; SameSite=Lax'
  location.assign('/logout')
  return false
}
