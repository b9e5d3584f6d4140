/** For what nobody waits for: the moment when the page is drawn and the browser has time. */
import { startTransition, useEffect, useState } from 'react'

/** Where the browser does not tell (Safari), this long after it is wanted. */
const WITHOUT_TELLING_MS = 1500

/** @returns cancel: it is not done any more, if it has not begun. */
export function inQuietMoment(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work)
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, WITHOUT_TELLING_MS)
  return () => clearTimeout(timer)
}

let quiet: Promise<void> | null = null

/**
 * False until the first such moment. All that waits for it is then drawn in one
 * transition, which a key or a click interrupts.
 */
export function useQuietMoment(): boolean {
  const [isQuiet, setQuiet] = useState(false)
  useEffect(() => {
    let isWanted = true
    quiet ??= new Promise((resolve) => void inQuietMoment(resolve))
    void quiet.then(() => isWanted && startTransition(() => setQuiet(true)))
    return () => {
      isWanted = false
    }
  }, [])
  return isQuiet
}
