import type {
  CalendarDocument,
  DossierPolicyDocument,
  NodeDocument,
  PolicyDraft,
  SigningPolicyDocument,
  TriageDocument,
} from '@/api/types'

export type PolicyKind = 'nodes' | 'triage' | 'calendar' | 'dossier' | 'signing'

/** Kinds that bear on teams and due dates, so that a draft can be tried on the court's open cases. */
export const MOVES: readonly PolicyKind[] = ['nodes', 'triage', 'calendar']

/** A draft's document; the contract leaves its shape to the kind. */
export type PolicyDocument =
  | NodeDocument
  | TriageDocument
  | CalendarDocument
  | DossierPolicyDocument
  | SigningPolicyDocument

/** A copy to be changed; the cached answer stays as it is. */
export const documentOf = (draft: PolicyDraft) => JSON.parse(JSON.stringify(draft.document)) as PolicyDocument

/** What is wrong with the field at that place of the document, if anything. */
export type Fault = (field: string) => string | undefined
