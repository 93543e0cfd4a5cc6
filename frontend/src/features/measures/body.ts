import type { Asset, AssetBody } from '@/api/types'

export const blank = (respondent: string, today: string): AssetBody => ({
  kind: 'REAL_ESTATE',
  respondent,
  description: '',
  holder: '',
  identifier: '',
  value: '',
  appraised: false,
  source: 'ONLINE_CHECK',
  foundOn: today,
  disposable: false,
  reason: null,
})

/** What the newest version says, as a form begins from it. */
export const bodyOf = (a: Asset): AssetBody => ({
  kind: a.kind,
  respondent: a.respondent,
  description: a.description,
  holder: a.holder ?? '',
  identifier: a.identifier ?? '',
  value: a.value ?? '',
  appraised: a.appraised,
  source: a.source,
  foundOn: a.foundOn,
  disposable: a.disposable,
  reason: null,
})

/** The required fields that are still empty. */
export const missingOf = (body: AssetBody, correcting: boolean) =>
  (['respondent', 'description', 'foundOn', ...(correcting ? (['reason'] as const) : [])] as const).filter(
    (field) => !body[field]?.trim(),
  )
