/** Work for when the browser has nothing else to do, and soon in any case. */

/** Done at the latest after this long, however busy the page is. */
const LATEST_MS = 2000
/** Where the browser cannot say when it is idle. */
const PAUSE_MS = 300

/** @returns stop: it is not done any more. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: LATEST_MS })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, PAUSE_MS)
  return () => clearTimeout(timer)
}
