/** Work that is done at the start and once an hour; a failure is logged and tried again. */

const HOUR_MS = 60 * 60 * 1000

export interface HourlyWork {
  /** Ends the hours; waits for work under way. */
  stop(): Promise<void>
}

/** Does the work once before it resolves. */
export async function everyHour(
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): Promise<HourlyWork> {
  let underWay = Promise.resolve()
  const doIt = () => {
    underWay = underWay.then(work).catch(onFailure)
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
