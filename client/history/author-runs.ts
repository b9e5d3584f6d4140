/**
 * Whose the letters of a text are, by the places of its flat text (shared/discuss/flat-text.ts).
 * Pure. The server says it of one moment; what was written since is nobody's until it says more.
 */

/** [length, index in people; -1: nobody known], as in shared/api/history.ts. */
export type AuthorRuns = readonly (readonly [number, number])[]

export interface AuthorSpan {
  readonly from: number
  readonly to: number
  /** Index in people, never -1. */
  readonly person: number
}

const NOBODY = -1

export function lengthOf(runs: AuthorRuns): number {
  return runs.reduce((sum, [length]) => sum + length, 0)
}

/** Where each known person's letters are, in order. */
export function authorSpans(runs: AuthorRuns): readonly AuthorSpan[] {
  let at = 0
  return runs.flatMap(([length, person]) => {
    const span = { from: at, to: at + length, person }
    at += length
    return person === NOBODY || length === 0 ? [] : [span]
  })
}

/** Who wrote the letter at this place; null: nobody known. */
export function authorAt(spans: readonly AuthorSpan[], at: number): number | null {
  return spans.find(({ from, to }) => from <= at && at < to)?.person ?? null
}

/**
 * The same after the text became another: what stands at its beginning and end is whose it was,
 * what is between is nobody's yet.
 *
 * @param before the text that the runs are of.
 */
export function runsAfter(runs: AuthorRuns, before: string, after: string): AuthorRuns {
  if (before === after) return runs
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return [
    ...cut(runs, 0, start),
    [after.length - start - end, NOBODY] as const,
    ...cut(runs, before.length - end, before.length),
  ]
}

function cut(runs: AuthorRuns, from: number, to: number): AuthorRuns {
  let at = 0
  return runs.flatMap(([length, person]) => {
    const part = Math.min(at + length, to) - Math.max(at, from)
    at += length
    return part > 0 ? [[part, person] as const] : []
  })
}
