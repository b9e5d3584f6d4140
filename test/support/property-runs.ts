/** How often a property is tried: PROPERTY_RUNS says it, else the test's own number. */
export function propertyRuns(usual: number): number {
  const wished = Number(process.env['PROPERTY_RUNS'])
  return Number.isInteger(wished) && wished > 0 ? wished : usual
}
