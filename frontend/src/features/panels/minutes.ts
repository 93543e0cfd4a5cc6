import type { NewPanel, Panel, PanelSeat } from '@/api/types'

/** Whose opinion the minutes must have; the clerk may add one. */
const VOICES: PanelSeat[] = ['CASE_JUDGE', 'CASE_EXECUTOR']
const MEMBERS: PanelSeat[] = [...VOICES, 'CASE_CLERK']

export interface Held {
  seat: PanelSeat
  dissents: boolean
  text: string
}

/** The form's minutes, from those that stand or from nothing; each member has a place for an opinion. */
export function minutesOf(today: string, panel?: Panel): NewPanel & { opinions: Held[] } {
  const opinions = MEMBERS.map((seat) => {
    const held = panel?.members.find((m) => m.seat === seat)
    return { seat, dissents: held?.dissents ?? false, text: held?.opinion ?? '' }
  })
  return panel
    ? { ...pick(panel), opinions }
    : { heldOn: today, heldAt: '09:00', place: '', matter: '', discussion: '', resolution: '', opinions }
}

const pick = ({ heldOn, heldAt, place, matter, discussion, resolution }: Panel) => ({
  heldOn,
  heldAt,
  place,
  matter,
  discussion,
  resolution,
})

/** What is sent: an opinion that nobody gave is none. */
export const given = (minutes: NewPanel & { opinions: Held[] }): NewPanel => ({
  ...minutes,
  opinions: minutes.opinions.filter((o) => o.text.trim() || VOICES.includes(o.seat)),
})

const ASKED = ['place', 'matter', 'discussion', 'resolution'] as const

/** The fields that nobody has filled in yet, or whose hour is none. */
export function gaps(minutes: NewPanel & { opinions: Held[] }): string[] {
  return [
    ...ASKED.filter((field) => !minutes[field].trim()),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(minutes.heldAt) ? [] : ['heldAt']),
    ...minutes.opinions.flatMap((o, i) => (VOICES.includes(o.seat) && !o.text.trim() ? [`opinions[${i}].text`] : [])),
  ]
}
