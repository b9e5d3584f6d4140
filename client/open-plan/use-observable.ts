/** The value of an observable, followed by the component that asks. */
import { useSyncExternalStore } from 'react'
import type { Observable } from './observable.ts'

export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get)
}

/**
 * What a component needs to know of an observable: it is drawn again only when that changes.
 *
 * @param choose gives a plain value: a text, a number, yes or no.
 */
export function useObserved<T, C extends string | number | boolean | null>(
  observable: Observable<T>,
  choose: (value: T) => C,
): C {
  return useSyncExternalStore(observable.subscribe, () => choose(observable.get()))
}
