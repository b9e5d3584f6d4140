/**
 * What a page shows of the plan as everything but the editor reads it, read again at
 * most once a frame.
 *
 * Typing changes the plan with every key, but seldom what a page shows of it. So the
 * page says what it shows, and is drawn again only when that is another: a part that
 * is equal to the one before is that very one.
 */
import { useMemo, useSyncExternalStore } from 'react'
import { findTemplate } from '../../shared/templates/templates.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { keepSame } from './keep-same.ts'
import type { Observable } from './observable.ts'
import { createPlanReader } from './plan-reader.ts'
import { useOpenPlan } from './use-open-plan.ts'

/**
 * @param choose plain data from a plan; pure, and the same function from drawing to drawing.
 * @throws Error when this program does not know the plan's template.
 */
export function usePlanReading<T>(choose: (plan: Plan) => T): T {
  const { doc, entry } = useOpenPlan()
  const { id, version } = entry.template
  const reader = useMemo(() => {
    const template = findTemplate(id, version)
    if (!template) throw new Error(`usePlanReading: no template ${id} ${version}`)
    return createPlanReader(doc, template)
  }, [doc, id, version])
  const chosen = useMemo(() => steadyChoice(reader, choose), [reader, choose])
  return useSyncExternalStore(reader.subscribe, chosen)
}

/** For what shows all of it. */
export const wholePlan = (plan: Plan): Plan => plan

/** Chooses anew when the plan is another, and keeps what is equal to the choice before. */
export function steadyChoice<T>(plan: Pick<Observable<Plan>, 'get'>, choose: (plan: Plan) => T) {
  let latest: { readonly of: Plan; readonly chosen: T } | null = null
  return (): T => {
    const of = plan.get()
    if (latest?.of !== of) {
      const now = choose(of)
      latest = { of, chosen: latest ? keepSame(latest.chosen, now) : now }
    }
    return latest.chosen
  }
}
