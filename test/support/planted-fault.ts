/**
 * Faults in our own code, each an exact replacement of one place in one file, and the tests
 * that must find it. `npm run planted-faults` plants them one by one; see test/planted-faults.ts.
 *
 * They are the mistakes that one could really make in server/sync: a check left out, one too
 * few, the wrong one of two, told too early, not told at all.
 */

export interface PlantedFault {
  readonly name: string
  /** From the root. */
  readonly file: string
  /** Stands exactly once in the file. */
  readonly anchor: string
  readonly replacement: string
  /** Any of these test files must fail. */
  readonly tests: readonly string[]
}

/** The source with the fault in it; null when its place is not there exactly once. */
export function plant(source: string, { anchor, replacement }: PlantedFault): string | null {
  const [before, after, ...more] = source.split(anchor)
  if (before === undefined || after === undefined || more.length > 0) return null
  return before + replacement + after
}
