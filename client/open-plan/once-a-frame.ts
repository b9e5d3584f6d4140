/** Runs a piece of work at most once a frame, after it was drawn, however often it is asked for. */

export interface OnceAFrame {
  readonly run: () => void
  readonly cancel: () => void
}

/** A tab that is not shown draws no frames; there it runs after this long. */
const HIDDEN_TAB_MS = 250

export function onceAFrame(work: () => void): OnceAFrame {
  let frame: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const cancel = () => {
    if (frame !== null) cancelAnimationFrame(frame)
    clearTimeout(timer)
    frame = null
  }
  const afterFrame = () => {
    clearTimeout(timer)
    timer = setTimeout(doWork)
  }
  const doWork = () => {
    cancel()
    work()
  }
  return {
    run() {
      if (frame !== null) return
      frame = requestAnimationFrame(afterFrame)
      timer = setTimeout(doWork, HIDDEN_TAB_MS)
    },
    cancel,
  }
}
