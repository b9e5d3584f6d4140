/**
 * Other words in one line of a text: only those that differ are touched, so that what stands
 * between them keeps its marks, its writers and the threads on it.
 */
import type * as Y from 'yjs'
import { type FlatText, type Range, type Run, runsIn } from '../../shared/discuss/flat-text.ts'
import { wordDiff } from '../../shared/text/word-diff.ts'
import type { AppliedWords } from './applied-change.ts'
import type { Pens } from './pens.ts'
import { type Marks, marksAt } from './text-items.ts'
import { insertPieces, joined, type Piece, piecesOf } from './xml-copy.ts'

/** Instead of what stands at `at` and is `gone.length` long. Places in the flat text. */
interface Change {
  readonly at: number
  readonly gone: string
  readonly pieces: readonly Piece[]
}

/** What it did, counted from the first of the new words. */
export function replaceInLine(
  flat: FlatText,
  range: Range,
  words: string,
  pens: Pens,
): AppliedWords['changes'] {
  const changes = differences(flat.words.slice(range.from, range.to), words).map(
    ({ at, gone, fresh }): Change => {
      const from = range.from + at
      const marks = gone === '' ? marksBetween(flat, from) : marksOf(flat, from)
      return { at: from, gone, pieces: fresh === '' ? [] : [{ text: fresh, marks }] }
    },
  )
  let grown = 0
  const applied = changes.map(({ at, gone, pieces }) => {
    const parts = runsIn(flat, { from: at, to: at + gone.length })
    const stood = parts.flatMap((part) => {
      const start = startOf(flat, part)
      return piecesOf(part.type, part.from - start, part.to - start)
    })
    const now = pieces.map(({ text }) => text).join('')
    const place = at - range.from + grown
    grown += now.length - gone.length
    return { at: place, now, stood: joined(stood) }
  })
  write(flat, changes, pens)
  return applied
}

/**
 * Puts back what stood there, each piece as its writer's.
 *
 * @param from where the first of the words is now.
 */
export function putBackInLine(
  flat: FlatText,
  from: number,
  { changes }: AppliedWords,
  pens: Pens,
): void {
  write(
    flat,
    changes.map(({ at, now, stood }) => ({ at: from + at, gone: now, pieces: stood })),
    pens,
  )
}

/** From the last to the first, so that the places of the others stay true. */
function write(flat: FlatText, changes: readonly Change[], pens: Pens): void {
  for (const { at, gone, pieces } of changes.toReversed()) {
    const target = runFor(flat, at, gone !== '')
    for (const part of runsIn(flat, { from: at, to: at + gone.length }).toReversed()) {
      part.type.delete(part.from - startOf(flat, part), part.to - part.from)
    }
    insertPieces(target.type, at - target.from, pieces, pens)
  }
}

/** The run whose character is at a place; for an insertion rather the one that ends there. */
function runFor({ runs }: FlatText, at: number, isReplaced: boolean): Run {
  const after = runs.find(({ from, to }) => at >= from && at < to)
  const before = runs.find(({ from, to }) => at > from && at <= to)
  const beside = runs.find(({ from, to }) => at >= from && at <= to)
  const run = (isReplaced ? after : (before ?? after)) ?? beside
  if (!run) throw new Error(`no text at ${at}`)
  return run
}

function startOf({ runs }: FlatText, part: { readonly type: Y.XmlText }): number {
  return runs.find(({ type }) => type === part.type)?.from ?? 0
}

/** Of the character at a place of the flat text. */
export function marksOf(flat: FlatText, at: number): Marks {
  const run = flat.runs.find(({ from, to }) => at >= from && at < to)
  return (run && marksAt(run.type, at - run.from)) ?? {}
}

/** What is put between two letters looks as they both do; at an end of a line never like a link. */
function marksBetween(flat: FlatText, at: number): Marks {
  const isText = (place: number) => flat.runs.some(({ from, to }) => place >= from && place < to)
  if (isText(at - 1) && isText(at)) {
    const after = marksOf(flat, at)
    const isShared = ([name, value]: [string, unknown]) =>
      JSON.stringify(after[name]) === JSON.stringify(value)
    return Object.fromEntries(Object.entries(marksOf(flat, at - 1)).filter(isShared))
  }
  const { link: _link, ...marks } = marksOf(flat, isText(at - 1) ? at - 1 : at)
  return marks
}

function differences(before: string, after: string) {
  const found: { at: number; gone: string; fresh: string }[] = []
  let at = 0
  let gone = ''
  const endChange = (fresh: string) => {
    if (gone !== '' || fresh !== '') found.push({ at, gone, fresh })
    at += gone.length
    gone = ''
  }
  for (const { kind, text } of wordDiff(before, after)) {
    endChange(kind === 'new' ? text : '')
    if (kind === 'gone') gone = text
    if (kind === 'same') at += text.length
  }
  endChange('')
  return found
}
