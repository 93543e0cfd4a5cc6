const ZONE = 'Asia/Shanghai'
const DAY_MS = 86_400_000

let ahead = 0
/** By how many days the court's date is ahead of the phone's, as far as the server was last asked. */
export const setCourtAhead = (days: number) => {
  ahead = days
}

/** The court's date, wherever and whenever the phone thinks it is. */
export const courtDay = (at: Date, by = ahead) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(at.getTime() + by * DAY_MS)

/** Calendar days from one court date to another; negative when it is past. */
export const daysTo = (day: string, from: string) => Math.round((Date.parse(day) - Date.parse(from)) / DAY_MS)

/** The court date so many days after another. */
export const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** 2022-11-21 周一. */
export const dayWords = (day: string, locale: string) =>
  `${day} ${new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(new Date(`${day}T00:00Z`))}`

/** 11-21 09:05, in the court's time. */
export function moment(at: number | string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at))
  const of = (type: string) => parts.find((p) => p.type === type)?.value
  return `${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`
}
