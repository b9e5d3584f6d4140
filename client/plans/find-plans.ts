/** Which plans of a list are looked for, and in which order they stand. Pure. */
import type { PlanSummary } from '../../shared/api/plans.ts'
import { rankWords } from '../../shared/text/rank-words.ts'

/** Those whose title, or whoever answers for them, fits what was typed; all when nothing was. */
export function findPlans(plans: readonly PlanSummary[], search: string): readonly PlanSummary[] {
  const sought = plans.map((plan) => {
    const { head, responsible } = plan.leaders
    return { plan, words: plan.title, also: [head ?? '', ...responsible].join(' ') }
  })
  return rankWords(sought, search).map(({ plan }) => plan)
}

interface OrderedPlans {
  /** Those that are written in first, closed ones after them. */
  readonly current: readonly PlanSummary[]
  readonly archived: readonly PlanSummary[]
}

export function orderPlans(plans: readonly PlanSummary[]): OrderedPlans {
  const of = (state: PlanSummary['state']) => plans.filter((plan) => plan.state === state)
  return { current: [...of('active'), ...of('closed')], archived: of('archived') }
}
