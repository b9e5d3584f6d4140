/**
 * Work that is done at the start and once an hour, step by step. A step that fails is
 * told and tried again an hour later; those after it are done all the same.
 */

const HOUR_MS = 60 * 60 * 1000

export interface HourlyStep {
  /** For the log. */
  readonly name: string
  readonly work: () => Promise<unknown> | void
}

export interface HourlyWork {
  /** Ends the hours; waits for work under way. */
  stop(): Promise<void>
}

/** Does all of it once before it resolves. */
export async function everyHour(
  steps: readonly HourlyStep[],
  onFailure: (step: string, error: unknown) => void,
): Promise<HourlyWork> {
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

  await doIt()
  const timer = setInterval(() => void doIt(), HOUR_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}
