import type { CaseBody, CaseDetail } from '@/api/types'

export const blankCase = (filedOn: string): CaseBody => ({
  number: '',
  cause: '',
  matter: 'MONEY',
  claimAmount: '',
  filedOn,
  firstFiledOn: null,
  preserved: false,
  fourChecksSufficient: false,
  auctionNeeded: false,
  refusalOrCriminal: false,
  parties: [
    { role: 'APPLICANT', kind: 'NATURAL_PERSON', name: '' },
    { role: 'RESPONDENT', kind: 'NATURAL_PERSON', name: '' },
  ],
})

export function bodyOf(file: CaseDetail): CaseBody {
  const { enterpriseParty: _party, ...flags } = file.facts
  return {
    ...flags,
    number: file.number,
    cause: file.cause,
    matter: file.matter,
    claimAmount: file.claimAmount ?? '',
    filedOn: file.filedOn,
    firstFiledOn: file.firstFiledOn ?? null,
    parties: file.parties.map(({ role, kind, name, idNumber, phone, address }) => ({
      role,
      kind,
      name,
      idNumber,
      phone,
      address,
    })),
  }
}

/** What goes out: an empty amount or date is left out, not sent as an empty string. */
export const tidy = (body: CaseBody): CaseBody => ({
  ...body,
  claimAmount: body.claimAmount || null,
  firstFiledOn: body.firstFiledOn || null,
})

const PREFIX: [RegExp, 'FIRST' | 'RESUMED' | 'PRESERVATION'][] = [
  [/执恢\d/, 'RESUMED'],
  [/执保\d/, 'PRESERVATION'],
  [/执\d/, 'FIRST'],
]
/** The kind a case number speaks of, for the preview only; the server reads the number itself. */
export const kindOf = (number: string) => PREFIX.find(([pattern]) => pattern.test(number))?.[1] ?? 'OTHER'
