/**
 * Other words over several lines of a text, joined as an editor would do it: the first line gets
 * the first of the words, lines between go, what stood after the words in the last line follows
 * them. Each further line of the words is a paragraph beside the first.
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { Failure } from '../../shared/failure.ts'
import { type FlatText, type Range, runsIn } from '../../shared/discuss/flat-text.ts'
import type { AppliedBlocks } from './applied-change.ts'
import type { Pens } from './pens.ts'
import { marksOf } from './replace-in-line.ts'
import type { Marks } from './text-items.ts'
import {
  copyOf,
  insertCopies,
  insertPieces,
  type Parent,
  piecesOf,
  withoutWriters,
  type XmlCopy,
} from './xml-copy.ts'

/** A paragraph or a heading. */
type Line = Y.XmlElement

/** A place in a line: before the child `index`, or `at` characters into it. */
interface Cut {
  readonly line: Line
  readonly index: number
  readonly at: number
}

/** @throws Failure 'suggestion-stale' where words stand in no line: no editor makes that. */
export function replaceBlocks(
  fragment: Y.XmlFragment,
  flat: FlatText,
  range: Range,
  lines: readonly string[],
  pens: Pens,
): Omit<AppliedBlocks, 'kind' | 'text'> {
  const parts = runsIn(flat, range)
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) throw new Error('replaceBlocks: not one character')
  return exchange(fragment, {
    start: cutAt(flat, first.type, first.from),
    end: cutAt(flat, last.type, last.to),
    lines,
    marks: marksOf(flat, range.from),
    pens,
  })
}

/** The words of a text that has none: in its first line, or in one that is made for them. */
export function fillText(
  fragment: Y.XmlFragment,
  lines: readonly string[],
  pens: Pens,
): Omit<AppliedBlocks, 'kind' | 'text'> {
  const stood = copyOf(fragment.toArray())
  const line = linesOf(fragment)[0]
  if (!line) {
    fragment.insert(0, [new Y.XmlElement('paragraph')])
    const made = fillText(fragment, lines, pens)
    return { ...made, first: positionOf(fragment, 0), now: saidBy(fragment.toArray()), stood }
  }
  const start = { line, index: 0, at: 0 }
  return exchange(fragment, { start, end: start, lines, marks: {}, pens })
}

interface Exchange {
  readonly start: Cut
  readonly end: Cut
  readonly lines: readonly string[]
  readonly marks: Marks
  readonly pens: Pens
}

function exchange(fragment: Y.XmlFragment, { start, end, lines, marks, pens }: Exchange) {
  const { parent, from, to } = spanOf(fragment, start.line, end.line)
  const stood = copyOf(parent.toArray().slice(from, to + 1))
  const rest = parent.length - (to + 1 - from)
  const tail = contentAfter(end)

  for (const line of linesBetween(fragment, start.line, end.line)) removeWithEmpty(line, parent)
  cutOff(start)
  const contents = lines.map((words, index): XmlCopy[] => [
    ...(words === '' ? [] : [{ pieces: [{ text: words, marks }] }]),
    ...(index === lines.length - 1 ? tail : []),
  ])
  const [head = [], ...others] = contents
  append(start.line, head, pens)
  const beside = parentOf(start.line)
  const paragraphs = others.map((children) => ({ name: 'paragraph', attributes: {}, children }))
  insertCopies(beside, indexIn(beside, start.line) + 1, paragraphs, pens)

  const now = saidBy(parent.toArray().slice(from, parent.length - rest + from))
  return { first: positionOf(parent, from), now, stood }
}

/** @throws Failure 'suggestion-stale' when one of the blocks is otherwise than it was left. */
export function putBackBlocks(fragment: Y.XmlFragment, applied: AppliedBlocks, pens: Pens): void {
  const first = findElement(fragment, applied.first)
  if (!first) throw new Failure('suggestion-stale', 'the blocks are gone')
  const parent = parentOf(first)
  const from = indexIn(parent, first)
  const count = applied.now.length
  const now = saidBy(parent.toArray().slice(from, from + count))
  if (JSON.stringify(now) !== JSON.stringify(applied.now)) {
    throw new Failure('suggestion-stale', 'the blocks were changed since')
  }
  insertCopies(parent, from + count, applied.stood, pens)
  parent.delete(from, count)
}

function cutAt(flat: FlatText, type: Y.XmlText, place: number): Cut {
  const run = flat.runs.find((each) => each.type === type)
  const line = type.parent
  if (!run || !(line instanceof Y.XmlElement) || !isLine(line)) {
    throw new Failure('suggestion-stale', 'words that stand in no line')
  }
  return { line, index: indexIn(line, type), at: place - run.from }
}

function isLine(node: unknown): node is Line {
  return node instanceof Y.XmlElement && ['paragraph', 'heading'].includes(node.nodeName)
}

/** In reading order. */
function linesOf(parent: Parent): Line[] {
  return parent.toArray().flatMap((child) => {
    if (isLine(child)) return [child]
    return child instanceof Y.XmlElement ? linesOf(child) : []
  })
}

/** After the first, up to and with the last. */
function linesBetween(fragment: Y.XmlFragment, first: Line, last: Line): Line[] {
  const lines = linesOf(fragment)
  return lines.slice(lines.indexOf(first) + 1, lines.indexOf(last) + 1)
}

/** The innermost that holds both lines, and which of its children they are in. */
function spanOf(fragment: Y.XmlFragment, first: Line, last: Line) {
  const [a, b] = [pathTo(fragment, first), pathTo(fragment, last)]
  let depth = 0
  while (depth < a.length - 1 && depth < b.length - 1 && a[depth] === b[depth]) depth += 1
  const [childA, childB] = [a[depth], b[depth]]
  if (!childA || !childB) throw new Error('a line of another text')
  const parent = parentOf(childA)
  return { parent, from: indexIn(parent, childA), to: indexIn(parent, childB) }
}

/** From the outermost block to the line itself. */
function pathTo(fragment: Y.XmlFragment, line: Line): Y.XmlElement[] {
  const path: Y.XmlElement[] = []
  let node: unknown = line
  while (node instanceof Y.XmlElement) {
    path.unshift(node)
    node = node.parent
  }
  return node === fragment ? path : []
}

function contentAfter({ line, index, at }: Cut): XmlCopy[] {
  const children = line.toArray()
  const cut = children[index]
  const rest = cut instanceof Y.XmlText ? piecesOf(cut, at, cut.length) : []
  const whole = cut instanceof Y.XmlText ? index + 1 : index
  return [...(rest.length > 0 ? [{ pieces: rest }] : []), ...copyOf(children.slice(whole))]
}

function cutOff({ line, index, at }: Cut): void {
  const cut = line.toArray()[index]
  const whole = cut instanceof Y.XmlText ? index + 1 : index
  if (cut instanceof Y.XmlText) cut.delete(at, cut.length - at)
  if (whole < line.length) line.delete(whole, line.length - whole)
}

/** What nodes say, whoever wrote it: by this they are compared. */
function saidBy(nodes: readonly unknown[]): XmlCopy[] {
  return withoutWriters(copyOf(nodes))
}

/** To the text that the line ends with, if it ends with one. */
function append(line: Line, content: readonly XmlCopy[], pens: Pens): void {
  for (const copy of content) {
    const last = line.toArray().at(-1)
    if ('pieces' in copy && last instanceof Y.XmlText) {
      insertPieces(last, last.length, copy.pieces, pens)
    } else {
      insertCopies(line, line.length, [copy], pens)
    }
  }
}

/** With the blocks round it that hold nothing else, up to but not with `stop`. */
function removeWithEmpty(line: Line, stop: Parent): void {
  let node: Y.XmlElement = line
  for (;;) {
    const parent = parentOf(node)
    parent.delete(indexIn(parent, node), 1)
    if (parent === stop || parent.length > 0 || !(parent instanceof Y.XmlElement)) return
    node = parent
  }
}

function parentOf(node: Y.XmlElement): Parent {
  const { parent } = node
  if (parent instanceof Y.XmlFragment) return parent
  throw new Error('a block without a text')
}

function indexIn(parent: Parent, node: Y.XmlElement | Y.XmlText): number {
  return parent.toArray().indexOf(node)
}

function positionOf(parent: Parent, index: number): string {
  const position = Y.createRelativePositionFromTypeIndex(parent, index, 0)
  return toBase64(Y.encodeRelativePosition(position))
}

/** null: it is not in this text any more. */
function findElement(fragment: Y.XmlFragment, position: string): Y.XmlElement | null {
  const id = Y.decodeRelativePosition(fromBase64(position)).item
  const isKnown = id && fragment.doc && id.clock < Y.getState(fragment.doc.store, id.client)
  const item: unknown = isKnown && fragment.doc ? Y.getItem(fragment.doc.store, id) : null
  if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentType))
    return null
  const { type } = item.content
  return type instanceof Y.XmlElement && pathTo(fragment, type).length > 0 ? type : null
}
