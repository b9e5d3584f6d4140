/** How often a property is tried: PROPERTY_RUNS says it, else the test's own number, its larger one under LONG=1. */
export function propertyRuns(usual: number, long = usual): number {
  const wished = Number(process.env['PROPERTY_RUNS'])
  if (Number.isInteger(wished) && wished > 0) return wished
  return process.env['LONG'] ? long : usual
}

/**
 * For a rule of thumb, which a long enough search always finds a hole in: the same runs at every
 * push, new ones whenever more are asked for (LONG=1, PROPERTY_RUNS). A hole that those find is a
 * named test, and the push of somebody else's work does not wait for it.
 *
 * @returns for fc.assert; none: a new seed.
 */
export function usualSeed(seed: number): { readonly seed?: number } {
  return process.env['LONG'] || process.env['PROPERTY_RUNS'] ? {} : { seed }
}

/** Time enough for that many runs of up to 500 ms each, on a busy machine. */
export function propertyTimeoutMs(usual: number): number {
  return 20_000 + propertyRuns(usual) * 500
}
