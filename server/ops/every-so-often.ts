/**
 * Work that is done now and again, step by step. A step that fails is told and tried again the
 * next time; those after it are done all the same.
 */

export const HOUR_MS = 60 * 60 * 1000

export interface Step {
  /** For the log. */
  readonly name: string
  readonly work: () => Promise<unknown> | void
}

export interface RepeatedWork {
  /** Resolves when all of it has been done once, well or not. */
  readonly begun: Promise<void>
  /** Ends it; waits for work under way. */
  stop(): Promise<void>
}

/** Does the work at once, and then every so often. */
export function everySoOften(
  everyMs: number,
  steps: readonly Step[],
  onFailure: (step: string, error: unknown) => void,
): RepeatedWork {
  let underWay = Promise.resolve()
  const doAll = async () => {
    for (const { name, work } of steps) {
      try {
        await work()
      } catch (error) {
        onFailure(name, error)
      }
    }
  }
  const doIt = () => {
    underWay = underWay.then(doAll)
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
