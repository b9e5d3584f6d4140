/** For what nobody waits for: the moment when the page is drawn and the browser has time. */
import { startTransition, useEffect, useState } from 'react'

/** Where the browser does not tell (Safari), this long after it is drawn. */
const WITHOUT_TELLING_MS = 1500
/** A window that nobody sees draws no frames; there it counts as drawn after this long. */
const HIDDEN_WINDOW_MS = 1000

/** @returns cancel: it is not done any more, if it has not begun. */
export function inQuietMoment(work: () => void): () => void {
  let cancelIdle: (() => void) | null = null
  // The browser is idle, too, between what was just made and the frame that draws it.
  const cancelDrawn = whenDrawn(() => (cancelIdle = whenIdleAtLast(work)))
  return () => {
    cancelDrawn()
    cancelIdle?.()
  }
}

function whenDrawn(then: () => void): () => void {
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame)
    then()
  }, HIDDEN_WINDOW_MS)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(then)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

function whenIdleAtLast(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work)
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, WITHOUT_TELLING_MS)
  return () => clearTimeout(timer)
}

/** The one that is waited for now; what is asked for after it waits for the next. */
let next: Promise<void> | null = null

function nextQuietMoment(): Promise<void> {
  next ??= new Promise((resolve) => {
    inQuietMoment(() => {
      next = null
      resolve()
    })
  })
  return next
}

/**
 * False until the first such moment after it is mounted. All that waits for it is then
 * drawn in one transition, which a key or a click interrupts.
 */
export function useQuietMoment(): boolean {
  const [isQuiet, setQuiet] = useState(false)
  useEffect(() => {
    let isWanted = true
    void nextQuietMoment().then(() => isWanted && startTransition(() => setQuiet(true)))
    return () => {
      isWanted = false
    }
  }, [])
  return isQuiet
}
