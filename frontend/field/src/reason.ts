import type { Reason } from './types'

/** Why something was refused and what to do instead, in one line; the words for what says nothing are the reader's. */
export function whyOf(reason: Reason | null | undefined, unknown: (code: string) => string): string {
  if (!reason) return ''
  const said = [reason.title, reason.detail].filter(Boolean).join('：') || unknown(reason.code)
  return [said, reason.remedy].filter(Boolean).join(' ')
}
