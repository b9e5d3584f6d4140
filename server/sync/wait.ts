/** Waits on the global timers, which a test can take in hand; those of node:timers are out of its reach. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
