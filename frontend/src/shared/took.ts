const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long something took, in the largest unit of which it is at least two; rounded to what people say. */
export function took(seconds: number): { unit: 'minutes' | 'hours' | 'days'; n: number } {
  if (seconds < 2 * HOUR) {
    return { unit: 'minutes', n: Math.max(1, Math.ceil(seconds / MINUTE)) }
  }
  return seconds < 2 * DAY
    ? { unit: 'hours', n: Math.round(seconds / HOUR) }
    : { unit: 'days', n: Math.round(seconds / DAY) }
}
