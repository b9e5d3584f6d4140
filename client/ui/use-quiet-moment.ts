/**
 * For what nobody waits for: false until the page is drawn and the browser has time.
 * All that waits is then drawn in one transition, which a key or a click interrupts.
 */
import { startTransition, useEffect, useState } from 'react'

/** Where the browser does not tell (Safari), this long after it is wanted. */
const WITHOUT_TELLING_MS = 1500

let quiet: Promise<void> | null = null

export function useQuietMoment(): boolean {
  const [isQuiet, setQuiet] = useState(false)
  useEffect(() => {
    let isWanted = true
    quiet ??= new Promise((resolve) => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve())
      else setTimeout(resolve, WITHOUT_TELLING_MS)
    })
    void quiet.then(() => isWanted && startTransition(() => setQuiet(true)))
    return () => {
      isWanted = false
    }
  }, [])
  return isQuiet
}
