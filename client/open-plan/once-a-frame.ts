/** Runs a piece of work at most once a frame, however often it is asked for. */

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
  const doWork = () => {
    cancel()
    work()
  }
  return {
    run() {
      if (frame !== null) return
      frame = requestAnimationFrame(doWork)
      timer = setTimeout(doWork, HIDDEN_TAB_MS)
    },
    cancel,
  }
}
