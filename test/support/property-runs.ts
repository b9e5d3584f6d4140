/** How often a property is tried: PROPERTY_RUNS says it, else the test's own number, its larger one under LONG=1. */
export function propertyRuns(usual: number, long = usual): number {
  const wished = Number(process.env['PROPERTY_RUNS'])
  if (Number.isInteger(wished) && wished > 0) return wished
  return process.env['LONG'] ? long : usual
}

/** Time enough for that many runs of up to 500 ms each, on a busy machine. */
export function propertyTimeoutMs(usual: number): number {
  return 20_000 + propertyRuns(usual) * 500
}
