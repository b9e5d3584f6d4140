/**
 * A text of the plan as one string, and back: the coordinates in which threads say where they are.
 *
 * The characters of all its Y.XmlText in reading order, as Yjs holds them (not cleaned, not
 * brought to NFC), one line end between two lines and one for a hard break. A line is a
 * paragraph or a heading, however deep in lists and quotes; loose words beside those, which no
 * editor makes, are a line of their own. What is no text inside a Y.XmlText counts as U+FFFC.
 * All positions are UTF-16 units, as in a DOM range. Makes and changes nothing.
 */
import * as Y from 'yjs'

/** The characters of one Y.XmlText; `words.slice(from, to)` are all of it. */
export interface Run {
  readonly type: Y.XmlText
  readonly from: number
  readonly to: number
}

export interface FlatText {
  readonly words: string
  /** In reading order; between two that do not touch stand line ends. */
  readonly runs: readonly Run[]
}

/** From the first character to behind the last. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Deeper than any text that is read: what is below is not seen. */
const MAX_DEPTH = 64
const NO_TEXT = '\uFFFC'

export function flatText(fragment: Y.XmlFragment): FlatText {
  const pieces: string[] = []
  const runs: Run[] = []
  let length = 0
  const say = (words: string) => {
    pieces.push(words)
    length += words.length
  }
  let isFirst = true
  let isLoose = false
  const beginLine = () => {
    if (!isFirst) say('\n')
    isFirst = false
  }
  const walk = (parent: Y.XmlFragment, isInLine: boolean, depth: number): void => {
    for (const child of parent.toArray()) {
      const isInline = child instanceof Y.XmlText || isNamed(child, 'hardBreak')
      if (isInline && !isInLine && !isLoose) {
        beginLine()
        isLoose = true
      }
      if (child instanceof Y.XmlText) {
        const from = length
        say(charactersOf(child))
        runs.push({ type: child, from, to: length })
      } else if (isInline) {
        say('\n')
      } else if (child instanceof Y.XmlElement && depth < MAX_DEPTH) {
        const isLine = !isInLine && (isNamed(child, 'paragraph') || isNamed(child, 'heading'))
        if (isLine) beginLine()
        if (!isInLine) isLoose = false
        walk(child, isInLine || isLine, depth + 1)
        if (!isInLine) isLoose = false
      }
    }
  }
  walk(fragment, false, 0)
  return { words: pieces.join(''), runs }
}

function isNamed(node: unknown, name: string): boolean {
  return node instanceof Y.XmlElement && node.nodeName === name
}

function charactersOf(type: Y.XmlText): string {
  let words = ''
  for (const item of itemsOf(type)) {
    const { content } = item
    words += content instanceof Y.ContentString ? content.str : NO_TEXT.repeat(item.length)
  }
  return words
}

/** What makes up its characters, in order: neither deleted nor a mark. */
export function* itemsOf(type: Y.XmlText): Generator<Y.Item> {
  // oxlint-disable-next-line no-underscore-dangle -- the only way to its items
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted && item.countable) yield item
  }
}

/** Where a character of a Y.XmlText stands; null: it is none of this text's. */
export function flatOffset({ runs }: FlatText, type: unknown, index: number): number | null {
  const run = runs.find((each) => each.type === type)
  return run && index <= run.to - run.from ? run.from + index : null
}

/** The parts of a range that are characters, in order; line ends are in none. */
export function runsIn({ runs }: FlatText, { from, to }: Range): readonly Run[] {
  return runs.flatMap((run) => {
    const part = { ...run, from: Math.max(run.from, from), to: Math.min(run.to, to) }
    return part.from < part.to ? [part] : []
  })
}

/** Without line ends at its ends; null: nothing is left. */
export function trimLineEnds(flat: FlatText, range: Range): Range | null {
  return trim(flat, range, /\n/)
}

/** Without white space at its ends; null: nothing is left. */
export function trimSpace(flat: FlatText, range: Range): Range | null {
  return trim(flat, range, /\s/)
}

function trim({ words }: FlatText, { from, to }: Range, what: RegExp): Range | null {
  let [start, end] = [from, to]
  while (start < end && what.test(words.charAt(start))) start += 1
  while (start < end && what.test(words.charAt(end - 1))) end -= 1
  return start < end ? { from: start, to: end } : null
}
