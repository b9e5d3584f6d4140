/** Everybody else who has the plan open, and where they are: one per connection. */
import type { Person } from './people.ts'
import { useObservable } from './use-observable.ts'
import { useOpenPlan } from './use-open-plan.ts'

export function usePeople(): readonly Person[] {
  return useObservable(useOpenPlan().others)
}
