/**
 * Where something long is cut until one asks for the rest, so that one who talks much pushes no
 * other note away from its place. Pure.
 */
import type { WordRun } from '../../shared/text/word-diff.ts'

/** Part of what is said, or of a change. */
export interface Piece {
  readonly text: string
}

/** Some ten lines of a note. */
const MOST_LETTERS = 330
const MOST_LINES = 8
/** For less than this it is not worth a button. */
const LEAST_LEFT = 100
const ELLIPSIS = ' …'

/** @returns its beginning, cut between two words; null: it is short enough as it is. */
export function beginningOf<P extends Piece>(pieces: readonly P[]): readonly P[] | null {
  const whole = pieces.map(({ text }) => text).join('')
  const end = endOfBeginning(whole)
  const rest = whole.slice(end)
  if (rest.length < LEAST_LEFT && rest.trim().split('\n').length <= 2) return null
  let left = end
  const shown = pieces.flatMap((piece) => {
    const text = piece.text.slice(0, left)
    left -= text.length
    return text === '' ? [] : [{ ...piece, text }]
  })
  const last = shown.at(-1)
  return last ? [...shown.slice(0, -1), { ...last, text: last.text + ELLIPSIS }] : shown
}

function endOfBeginning(whole: string): number {
  const lines = whole.split('\n').slice(0, MOST_LINES).join('\n').trimEnd().length
  if (lines <= MOST_LETTERS) return lines
  const begin = whole.slice(0, MOST_LETTERS)
  const space = /\s+\S*$/.exec(begin)?.index ?? 0
  if (space > MOST_LETTERS / 2) return space
  // One endless word: between two signs.
  return /[\uD800-\uDBFF]$/.test(begin) ? MOST_LETTERS - 1 : MOST_LETTERS
}

/** Of what stays, so much is shown on each side of a change. */
const ROUND_LETTERS = 60

/** @returns the changes, with what is right round them; the same when that is nearly all. */
export function roundChanges(runs: readonly WordRun[]): readonly WordRun[] {
  const shown = runs.map((run, at) =>
    run.kind === 'same' ? { ...run, text: ends(run.text, at > 0, at < runs.length - 1) } : run,
  )
  const spared = lettersOf(runs) - lettersOf(shown)
  return spared < LEAST_LEFT ? runs : shown
}

function lettersOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0)
}

/** What of a run stands beside a change before it, or after it. */
function ends(text: string, isAfter: boolean, isBefore: boolean): string {
  const sides = Number(isAfter) + Number(isBefore)
  if (sides === 0 || text.length <= (ROUND_LETTERS + ELLIPSIS.length) * sides) return text
  const start = isAfter ? text.slice(0, ROUND_LETTERS).replace(/\s+\S*$/, '') : ''
  const end = isBefore ? text.slice(-ROUND_LETTERS).replace(/^\S*\s+/, '') : ''
  return `${start} … ${end}`
}
