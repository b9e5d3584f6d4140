/** Work that is done now and again; a failure is logged and tried again. */

export interface RepeatedWork {
  /** Resolves when the work has been done once, well or not. */
  readonly begun: Promise<void>
  /** Ends it; waits for work under way. */
  stop(): Promise<void>
}

/** Does the work at once, and then every so often. */
export function everySoOften(
  everyMs: number,
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): RepeatedWork {
  let underWay = Promise.resolve()
  const doIt = () => {
    underWay = underWay.then(work).catch(onFailure)
    return underWay
  }

  const begun = doIt()
  const timer = setInterval(() => void doIt(), everyMs)
  timer.unref()
  return {
    begun,
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}
