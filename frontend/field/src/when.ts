const ZONE = 'Asia/Shanghai'
const DAY_MS = 86_400_000

/** The court's date, wherever the phone thinks it is. */
export const courtDay = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(at)

/** Calendar days from one court date to another; negative when it is past. */
export const daysTo = (day: string, from: string) => Math.round((Date.parse(day) - Date.parse(from)) / DAY_MS)

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
