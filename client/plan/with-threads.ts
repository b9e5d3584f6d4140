/**
 * Do exports take along what is said about the plan? As last chosen on this page; no, to begin
 * with: what is said is for those who take part in it.
 */
import { createObservable } from '../open-plan/observable.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'

const wanted = createObservable(false)

export function useWithThreads() {
  const { mayReadThreads } = useOpenPlan().entry.me
  return {
    isPossible: mayReadThreads,
    isWanted: useObservable(wanted) && mayReadThreads,
    setWanted: wanted.set,
  }
}
