/** Work that may wait until the page is drawn and nobody needs the processor. */

/** For browsers that do not tell when they are idle. */
const WAIT_MS = 500

/** @returns cancel: it is not done any more, if it has not begun. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work)
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, WAIT_MS)
  return () => clearTimeout(timer)
}
