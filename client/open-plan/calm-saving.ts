/**
 * The save state for the eye. While somebody types, every letter is on its way and then at
 * school within a few hundredths of a second: that would be two words in turn, and two drawings
 * more for each key. So *saving* stays until no letter has followed for a moment. Everything
 * else is shown at once; it never says *saved* before it is true.
 */
import type { SaveState } from '../../shared/protocol/save-state.ts'
import { createObservable, type Observable } from './observable.ts'

/** Longer than the pauses between the keys of somebody who looks for them. */
export const CALM_SAVING_MS = 800

/** Follows `state` for as long as somebody listens. */
export function calmSaving(state: Observable<SaveState>): Observable<SaveState> {
  const shown = createObservable(state.get())
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop: (() => void) | null = null
  let listeners = 0

  const follow = () => {
    clearTimeout(timer)
    const next = state.get()
    if (next !== 'saved-at-school' || shown.get() !== 'saving') return shown.set(next)
    timer = setTimeout(() => shown.set(next), CALM_SAVING_MS)
  }
  return {
    get: () => (stop ? shown.get() : state.get()),
    subscribe(listener) {
      if (listeners++ === 0) {
        shown.set(state.get())
        stop = state.subscribe(follow)
      }
      const end = shown.subscribe(listener)
      return () => {
        end()
        if (--listeners > 0) return
        clearTimeout(timer)
        stop?.()
        stop = null
      }
    },
  }
}
