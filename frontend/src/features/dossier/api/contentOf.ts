import { asProblem, problemFrom } from '@/api/problem'
import { noteStatus } from '@/api/session'

/** Where a version of an item is read; reading it is recorded. */
export const contentOf = (itemId: string, version: number, inline = true) =>
  `/api/v1/dossier-items/${itemId}/content?version=${version}${inline ? '&disposition=inline' : ''}`

/** Some bytes of it, `to` not among them. */
export const bytesOf = (address: string, from: number, to: number) =>
  read(address, { Range: `bytes=${from}-${to - 1}` })

/** All of it. */
export const wholeOf = (address: string) => read(address)

async function read(address: string, range: Record<string, string> = {}): Promise<Uint8Array> {
  let response: Response
  try {
    response = await fetch(address, {
      headers: {
        ...range,
        'X-Requested-With': 'JavaScript',
        'Accept-Language': document.documentElement.lang,
      },
    })
  } catch (cause) {
    throw asProblem(cause)
  }
  noteStatus(response.status)
  if (!response.ok) throw problemFrom(await response.json().catch(() => null), response)
  return new Uint8Array(await response.arrayBuffer())
}

/** The tree of a PDF's pages that is read behind it; empty where it has none, and the file is read without. */
export async function treeOf(itemId: string, version: number): Promise<Uint8Array> {
  const response = await fetch(`/api/v1/dossier-items/${itemId}/page-tree?version=${version}`, {
    headers: { 'X-Requested-With': 'JavaScript' },
  }).catch(() => undefined)
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : new Uint8Array()
}
