/** Others whose caret is in one text. The same array as long as they are the same. */
import { useMemo, useSyncExternalStore } from 'react'
import type { Observable } from '../open-plan/observable.ts'
import type { Person } from '../open-plan/people.ts'

export type Visitor = Pick<Person, 'clientId' | 'name' | 'colour'>

export function useVisitors(
  others: Observable<readonly Person[]>,
  fieldId: string,
): readonly Visitor[] {
  const visitorsNow = useMemo(() => steadyVisitors(others, fieldId), [others, fieldId])
  return useSyncExternalStore(others.subscribe, visitorsNow)
}

function steadyVisitors(others: Observable<readonly Person[]>, fieldId: string) {
  let known: readonly Visitor[] = []
  return () => {
    const visitors = others
      .get()
      .filter(({ caret }) => caret?.fieldId === fieldId)
      .map(({ clientId, name, colour }) => ({ clientId, name, colour }))
    if (JSON.stringify(visitors) !== JSON.stringify(known)) known = visitors
    return known
  }
}
