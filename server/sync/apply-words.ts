/** Suggested words into their text, and out of it again. Runs in the doc thread. */
import type * as Y from 'yjs'
import { occurrences } from '../../shared/discuss/context-score.ts'
import { findText } from '../../shared/discuss/find-text.ts'
import { type FlatText, flatText, type Range } from '../../shared/discuss/flat-text.ts'
import { makeAnchor } from '../../shared/discuss/make-anchor.ts'
import { resolveAnchor } from '../../shared/discuss/resolve-anchor.ts'
import {
  anchorOf,
  type TextName,
  textOf,
  type ThreadPlace,
} from '../../shared/discuss/thread-place.ts'
import { Failure } from '../../shared/failure.ts'
import { actionMap } from '../../shared/plan/plan-doc.ts'
import { cleanText } from '../../shared/text/clean-text.ts'
import type { AppliedBlocks, AppliedChange, AppliedWords } from './applied-change.ts'
import type { Written } from './apply-fact.ts'
import type { Pens } from './pens.ts'
import { fillText, putBackBlocks, replaceBlocks } from './replace-blocks.ts'
import { putBackInLine, replaceInLine } from './replace-in-line.ts'

/** Characters on either side of a deletion by which its place is found again. */
const BESIDE = 24

/** @throws Failure 'suggestion-stale' when the anchored words are not there as they were. */
export function applyWords(
  { doc, pens }: Written,
  place: ThreadPlace,
  words: string,
): AppliedChange {
  const text = textOf(place)
  if (!text) throw new Failure('bad-request', `words for a ${place.kind}`)
  const fragment = textThatIsThere(doc, text)
  const lines = linesOf(words, text)
  const flat = flatText(fragment)
  const anchor = anchorOf(place)
  if (!anchor) return fill({ fragment, flat, pens }, text, lines)

  const range = resolveAnchor(fragment, anchor, flat)
  if (!range || flat.words.slice(range.from, range.to) !== anchor.quote) {
    throw new Failure('suggestion-stale', 'the words under it are others')
  }
  const [line = ''] = lines
  if (readsAlready(flat.words, range, lines.join('\n')))
    throw new Failure('suggestion-stale', 'it says what stands there')
  const isInLine = lines.length === 1 && !anchor.quote.includes('\n')
  const applied = isInLine && applyInLine({ fragment, flat, pens }, range, line)
  return applied
    ? { kind: 'words', text, ...applied }
    : { kind: 'blocks', text, ...replaceBlocks(fragment, flat, range, lines, pens) }
}

/**
 * What comes back is of those who wrote it before.
 *
 * @throws Failure 'suggestion-stale' when they were changed since.
 */
export function takeWordsBack({ doc, pens }: Written, applied: AppliedWords | AppliedBlocks): void {
  const fragment = textThatIsThere(doc, applied.text)
  if (applied.kind === 'blocks') return putBackBlocks(fragment, applied, pens)
  const flat = flatText(fragment)
  const range = resolveAnchor(fragment, applied.anchor, flat)
  if (!range || !flat.words.startsWith(applied.words, range.from)) {
    throw new Failure('suggestion-stale', 'the words were changed since')
  }
  putBackInLine(flat, range.from, applied, pens)
}

/** What adds to its words leaves them to be found: it is looked for round them as well. */
function readsAlready(words: string, { from, to }: Range, suggested: string): boolean {
  return [...occurrences(suggested, words.slice(from, to))].some(
    (within) => from >= within.from && words.startsWith(suggested, from - within.from),
  )
}

function textThatIsThere(doc: Y.Doc, text: TextName): Y.XmlFragment {
  const isGone =
    'actionId' in text && (actionMap(doc, text.actionId)?.get('deletedAt') ?? null) !== null
  const fragment = isGone ? null : findText(doc, text)
  if (!fragment) throw new Failure('suggestion-stale', 'the text is gone')
  return fragment
}

/** Of an action only the description has more than one line. */
function linesOf(words: string, text: TextName): readonly string[] {
  const lines = words.split(/\r\n|[\n\r]/).map(cleanText)
  const isOneLine = 'text' in text && text.text !== 'description'
  return isOneLine ? [lines.filter((line) => line !== '').join(' ')] : lines
}

/** A text that words are written into. */
interface TextToWrite {
  readonly fragment: Y.XmlFragment
  /** As it reads before. */
  readonly flat: FlatText
  readonly pens: Pens
}

function fill(
  { fragment, flat, pens }: TextToWrite,
  text: TextName,
  lines: readonly string[],
): AppliedChange {
  if (flat.words.trim() !== '')
    throw new Failure('suggestion-stale', 'the text is not empty any more')
  const [line = ''] = lines
  if (lines.join('') === '') throw new Failure('suggestion-stale', 'it says what stands there')
  const blocks = fillText(fragment, lines, pens)
  const from = flatText(fragment).words.indexOf(line)
  const change = { at: 0, now: line, stood: [] }
  const isInLine = lines.length === 1 && blocks.now.length === blocks.stood.length
  const applied = isInLine && appliedAt(fragment, { from, to: from + line.length }, [change])
  return applied ? { kind: 'words', text, ...applied } : { kind: 'blocks', text, ...blocks }
}

type Applied = Omit<AppliedWords, 'kind' | 'text'>

/** null, and nothing is done: nothing would be seen in the line, and its place not be found again. */
function applyInLine(
  { fragment, flat, pens }: TextToWrite,
  range: Range,
  words: string,
): Applied | null {
  const isSeen = words.trim() !== ''
  const span = isSeen ? range : besidesOf(flat.words, range)
  if (!span) return null
  const changes = replaceInLine(flat, range, words, pens).map((change) => ({
    ...change,
    at: change.at + range.from - span.from,
  }))
  const grown = words.length - (range.to - range.from)
  return appliedAt(fragment, { from: span.from, to: span.to + grown }, changes)
}

/** The range with what stands beside it in its line, no character cut in two; null: nothing does. */
function besidesOf(words: string, range: Range): Range | null {
  const before = words.slice(words.lastIndexOf('\n', range.from - 1) + 1, range.from).slice(-BESIDE)
  const [after = ''] = words.slice(range.to, range.to + BESIDE).split('\n')
  const isCut = /^[\uDC00-\uDFFF]/.test(before)
  const from = range.from - before.length + (isCut ? 1 : 0)
  const to = range.to + after.length - (/[\uD800-\uDBFF]$/.test(after) ? 1 : 0)
  const beside = words.slice(from, range.from) + words.slice(range.to, to)
  return beside.trim() === '' ? null : { from, to }
}

/** @param range of the words, as they are now. */
function appliedAt(
  fragment: Y.XmlFragment,
  range: Range,
  changes: AppliedWords['changes'],
): Applied | null {
  const anchor = makeAnchor(fragment, range)
  const words = flatText(fragment).words.slice(range.from, range.to)
  return anchor && { anchor, words, changes }
}
