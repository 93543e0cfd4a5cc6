import type { Disbursement, DisbursementStep } from '@/api/types'
import type { LineStep } from '@/shared/StepLine.vue'

type Shown = DisbursementStep | 'RESULT'

/** What became of the bank's order; before it there is none. */
function result(of: Disbursement): LineStep['state'] {
  if (of.status === 'PAID') return 'done'
  if (of.status === 'ORDERED') return 'now'
  return of.status === 'BOUNCED' || of.status === 'PARTLY_PAID' ? 'stopped' : 'todo'
}

/** Every step that it takes, in order; `name` is said in the reader's language. */
export function stepsOf(of: Disbursement, name: (step: Shown) => string): LineStep[] {
  const order: DisbursementStep[] = [
    'APPLY',
    'JUDGE',
    'DIRECTOR',
    ...(of.needsPresident ? ['PRESIDENT' as const] : []),
    'PAY',
  ]
  const steps = order.map((step): LineStep => {
    // Whoever refuses, or withdraws, writes on the step that it stops at.
    const taken = of.steps.findLast((s) => s.step === step)
    const state = taken ? (taken.refused ? 'stopped' : 'done') : of.waitsFor === step ? 'now' : 'todo'
    return { key: step, name: name(step), state, who: taken?.person.name, on: taken?.on }
  })
  const ended = of.status === 'REFUSED' || of.status === 'WITHDRAWN'
  const settled = of.payments
    .map((p) => p.settledOn ?? '')
    .sort()
    .at(-1)
  const last: LineStep = { key: 'RESULT', name: name('RESULT'), state: result(of), on: settled || undefined }
  // After a refusal nothing is to come.
  return ended ? steps.filter((s) => s.state !== 'todo') : [...steps, last]
}
