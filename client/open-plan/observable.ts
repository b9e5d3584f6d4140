/**
 * A value that can be read at any time and tells when it changed: what React and plain code share.
 */

export interface Observable<T> {
  readonly get: () => T
  /** @returns stop: ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void
}

export interface Subject<T> extends Observable<T> {
  /** Tells the listeners, unless the value is the same one. */
  readonly set: (value: T) => void
}

export function createObservable<T>(first: T): Subject<T> {
  const listeners = new Set<() => void>()
  let current = first
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const listener of Array.from(listeners)) listener()
    },
    subscribe(listener) {
      // Wrapped, so that one function subscribed twice is two subscriptions.
      const own = () => listener()
      listeners.add(own)
      return () => void listeners.delete(own)
    },
  }
}
