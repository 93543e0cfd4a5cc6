/** Court dates are plain ISO days (Asia/Shanghai); nothing here reads a clock or a time zone. */
const DAY = 86_400_000
const at = (date: string) => Date.parse(`${date}T00:00:00Z`)
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)

export const addDays = (date: string, days: number) => iso(at(date) + days * DAY)
/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string) => Math.round((at(to) - at(from)) / DAY)
/** 0 = Monday … 6 = Sunday. */
export const weekdayIndex = (date: string) => (new Date(at(date)).getUTCDay() + 6) % 7
export const weekday = (date: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(at(date))

/** An instant as the court's wall clock: `2022-11-21 09:05`. */
export function courtTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** Every day of a month (`2022-11`). */
export function daysOfMonth(month: string): string[] {
  const first = `${month}-01`
  const days: string[] = []
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/** The months touched by a span, as `2022-10`, `2022-11`. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let m = from.slice(0, 7); m <= to.slice(0, 7); m = addDays(`${m}-28`, 4).slice(0, 7)) months.push(m)
  return months
}

/** A date in a sentence, as CourtDate shows it by itself: `2022-11-21 周一`. */
export const dayWords = (date: string, locale: string) => `${date} ${weekday(date, locale)}`
