import type { AuditQuery } from '@/api/types'
import { useUrl } from '@/shared/useUrl'

/** Kinds of acts: the word before an action's dot, as the trail is searched. */
export const KINDS = [
  'case',
  'node',
  'suspension',
  'extension',
  'transfer',
  'referral',
  'archive-loan',
  'stand-in',
  'slip',
  'task-slip',
  'trip',
  'dossier',
  'paper',
  'paper-template',
  'asset',
  'measure',
  'query',
  'account',
  'receipt',
  'payee',
  'payment',
  'payment-batch',
  'disbursement',
  'suspense',
  'statement',
  'mapping',
  'bank-line',
  'bank-account',
  'month',
  'ledger',
  'personal-data',
  'audit',
  'session',
  'import',
  'upload',
  'policy',
  'funds-policy',
  'upload-policy',
  'calendar',
  'calendar-feed',
  'channels',
  'preferences',
  'letters',
] as const

/** The auditor's question, read from the URL. */
export function useAuditFilters() {
  const { param, put } = useUrl()
  const query = (): AuditQuery => ({
    actorId: param('actor'),
    caseId: param('case'),
    action: param('action'),
    from: param('from'),
    to: param('to'),
    cursor: param('cursor'),
  })
  const clear = () =>
    put({ actor: undefined, case: undefined, number: undefined, action: undefined, from: undefined, to: undefined })
  return { query, param, put, clear }
}
