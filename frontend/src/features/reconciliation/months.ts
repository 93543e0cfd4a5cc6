import { addDays } from '@/shared/dates'

/** A month and its neighbours, as `2022-10`. */
export const monthOf = (date: string) => date.slice(0, 7)
export const before = (month: string) => monthOf(addDays(`${month}-01`, -1))
export const after = (month: string) => monthOf(addDays(`${month}-28`, 4))

/** Its days that have come: the current month ends today. */
export function spanOf(month: string, today: string): { from: string; to: string } {
  const last = addDays(`${after(month)}-01`, -1)
  return { from: `${month}-01`, to: last > today ? today : last }
}
