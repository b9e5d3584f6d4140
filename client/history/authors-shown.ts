/** Are the authors of an open plan's texts shown? Chosen for as long as it is open. */
import { createObservable, type Observable } from '../open-plan/observable.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'

const shown = new WeakMap<OpenPlan, ReturnType<typeof createObservable<boolean>>>()

export function authorsShown(plan: OpenPlan): Observable<boolean> {
  return shownOf(plan)
}

export function showAuthors(plan: OpenPlan, isShown: boolean): void {
  shownOf(plan).set(isShown)
}

function shownOf(plan: OpenPlan) {
  const known = shown.get(plan) ?? createObservable(false)
  shown.set(plan, known)
  return known
}
