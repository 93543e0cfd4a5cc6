import {
  Bell,
  Calendar,
  ChatLineSquare,
  Coin,
  Files,
  FolderOpened,
  Grid,
  Histogram,
  Iphone,
  List,
  Lock,
  Operation,
  Promotion,
  SetUp,
  Stamp,
  Sunny,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { Me } from '@/api/types'

export interface Place {
  name: string
  icon: Component
  /** Another application of the court's, which no route of this one leads to. */
  href?: string
}

const ADMIN_ONLY = (me: Me) => me.roles.includes('admin') && me.roles.every((r) => r === 'admin')
/** The funds desk acts, leaders and the auditor read. */
const FUNDS = ['funds', 'president', 'director', 'auditor']
/** Those who watch over what others did. */
const WATCHES = ['auditor', 'president', 'director']
/** Who decides on what others ask, or signs papers. */
const DECIDES = ['president', 'director', 'judge', 'executor', 'clerk', 'node-control', 'funds']
/** Who asks for archived volumes, or reads what is asked; the archive desk has it in front. */
const LOANS = ['team-leader', 'judge', 'executor', 'judge-assistant', 'clerk', 'director', 'president', 'auditor']
const READS_POLICY = ['admin', 'president', 'director', 'auditor', 'node-control', 'triage']

/** The officers' own application. */
export const FIELD = '/field/'
/** Whom the affairs team may send out with its slips. */
export const goesOut = (me: Me) => me.team === 'AFFAIRS' && me.roles.some((r) => r === 'executor' || r === 'police')

/** The places a person's roles open, in the order of a working day. Hiding is a courtesy: the server decides. */
export function placesFor(me: Me): Place[] {
  const has = (...roles: string[]) => roles.some((r) => me.roles.includes(r))
  const cases = !ADMIN_ONLY(me)
  const all: [Place, boolean][] = [
    [{ name: 'today', icon: Sunny }, cases],
    [{ name: 'approvals', icon: Stamp }, has(...DECIDES)],
    [{ name: 'funds', icon: Coin }, has(...FUNDS)],
    [{ name: 'triage', icon: Operation }, has('triage')],
    [{ name: 'archiveLoans', icon: FolderOpened }, has('archive')],
    [{ name: 'cases', icon: Files }, cases],
    [{ name: 'nodes', icon: Grid }, cases],
    [{ name: 'taskSlips', icon: Promotion }, cases],
    [{ name: 'field', icon: Iphone, href: FIELD }, goesOut(me)],
    [{ name: 'measures', icon: Lock }, cases],
    [{ name: 'slips', icon: ChatLineSquare }, cases],
    [{ name: 'forecast', icon: Histogram }, cases],
    [{ name: 'archiveLoans', icon: FolderOpened }, has(...LOANS) && !has('archive')],
    [{ name: 'inbox', icon: Bell }, true],
    [{ name: 'tools', icon: Calendar }, true],
    [{ name: 'audit', icon: List }, has(...WATCHES)],
    [{ name: 'admin', icon: SetUp }, has(...READS_POLICY)],
  ]
  return all.filter(([, open]) => open).map(([place]) => place)
}

/** Where a person begins: with the day's work, or with the rules where the role has no cases. */
export const homeFor = (me: Me) => (ADMIN_ONLY(me) ? 'admin' : 'today')
