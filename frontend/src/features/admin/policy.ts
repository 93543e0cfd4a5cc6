import type { PolicyVersion } from '@/api/types'

export interface TriageRuleRow {
  order: number
  rule: string
  team?: string | null
  clause: string
  nameZh?: string
  nameEn?: string
}
export interface NodePolicyRow {
  code: string
  nameZh?: string
  nameEn?: string
  period: number
  unit: 'DAY' | 'WORKDAY' | 'MONTH'
  rollOver: 'NEXT' | 'PREVIOUS' | 'NONE'
  responsible?: string
  evidence?: string | null
  clause: string
}

/** A policy document is data of the court; what is shown of it is read leniently. */
export const rowsOf = <T>(version: PolicyVersion, name: string) => (version.document[name] as T[] | undefined) ?? []
