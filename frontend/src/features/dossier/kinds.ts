import type { CourtNode } from '@/api/types'

type Look = 'pdf' | 'scan' | 'image' | 'sound' | 'film' | 'none'

/** How this browser shows a file of that type; what it cannot show is downloaded. */
export function lookOf(mediaType: string): Look {
  if (mediaType === 'application/pdf') return 'pdf'
  // No browser shows these: the server draws each of their pages.
  if (mediaType === 'image/tiff') return 'scan'
  // Those of the phones' own kind show where the browser knows it, and say so where it does not.
  if (['image/jpeg', 'image/png', 'image/webp', 'image/heic'].includes(mediaType)) return 'image'
  if (mediaType.startsWith('audio/')) return 'sound'
  if (mediaType === 'video/mp4' || mediaType === 'video/webm') return 'film'
  return 'none'
}

const OPEN = ['PENDING', 'DUE_SOON', 'OVERDUE', 'SUSPENDED']

/** What is most likely being filed: what the node one came from asks for, else what is due first. */
export function guessCategory(nodes: CourtNode[], cameFrom?: string): string | undefined {
  const open = nodes.filter((n) => n.evidenceCategory && OPEN.includes(n.state))
  const first = [...open].sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))[0]
  return (open.find((n) => n.id === cameFrom) ?? first)?.evidenceCategory ?? undefined
}

/** The page asked for in the address, within the pages there are. */
export const pageWithin = (asked: string | undefined, pages: number) =>
  Math.min(Math.max(1, Number.parseInt(asked ?? '1', 10) || 1), Math.max(1, pages))
