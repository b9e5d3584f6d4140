/** Ends the program in order when the system asks it to, and at once when asked twice. */

/** After this long the rest is given up: what was acknowledged is on disk already. */
const PATIENCE_MS = 10_000

/** @param close ends everything; the process ends when it has. */
export function stopOnSignals(
  close: () => Promise<void>,
  onFailure: (error: unknown) => void,
): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        onFailure(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
