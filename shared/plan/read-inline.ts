/**
 * What stands inside one paragraph or heading -> Inline: runs of text with their
 * marks, and hard breaks. Part of read-text, and total as it is.
 *
 * The runs of a Y.XmlText are walked item by item, not by `toDelta`: that copies
 * every mark in force for every run, which a hostile text makes quadratic.
 */
import * as Y from 'yjs'
import { cleanText } from '../text/clean-text.ts'
import { languageTag } from '../text/language-tag.ts'
import { safeLinkAddress } from '../text/link-address.ts'
import type { Inline, Mark } from '../text/rich-text.ts'
import { isTextMarkName, isTextNodeName, type TextMarkName } from '../text/schema.ts'

/** How deep a walk goes at all, to collect words from below what is allowed. */
const MAX_WALK_DEPTH = 64

/** One reading of one text: what is left of its bound, and whom to tell of repairs. */
export interface Walk {
  nodesLeft: number
  readonly repair: (what: string) => void
}

/** Takes one node from the bound; false when there is none left. */
export function takeNode(walk: Walk): boolean {
  if (walk.nodesLeft === 0) walk.repair('too many nodes')
  walk.nodesLeft -= 1
  return walk.nodesLeft >= 0
}

/** The inline content of these nodes, in its one form: see joinRuns. */
export function readInlines(children: readonly unknown[], walk: Walk): Inline[] {
  return joinRuns(collect(children, 0, walk))
}

function collect(children: readonly unknown[], depth: number, walk: Walk): Inline[] {
  if (depth > MAX_WALK_DEPTH) {
    walk.repair('nested far too deep')
    return []
  }
  const inlines: Inline[] = []
  for (const child of children) {
    if (!takeNode(walk)) break
    if (child instanceof Y.XmlText) {
      for (const run of readRuns(child, walk)) inlines.push(run)
    } else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') {
      inlines.push({ type: 'hardBreak' })
    } else if (child instanceof Y.XmlElement) {
      walk.repair(`unexpected ${child.nodeName.slice(0, 40)}`)
      const words = collect(child.toArray(), depth + 1, walk)
      // What was a block of its own keeps a line of its own.
      if (isBlock(child) && words.length > 0 && inlines.length > 0)
        inlines.push({ type: 'hardBreak' })
      for (const word of words) inlines.push(word)
    } else {
      walk.repair('unknown content')
    }
  }
  return inlines
}

/** One of ours that stands inside another, or any that holds elements: a cell, a row. */
function isBlock(node: Y.XmlElement): boolean {
  const isOurs = isTextNodeName(node.nodeName)
  return isOurs || node.toArray().some((child) => child instanceof Y.XmlElement)
}

function readRuns(node: Y.XmlText, walk: Walk): Inline[] {
  const runs: Inline[] = []
  const marks = new Map<TextMarkName, Mark>()
  // oxlint-disable-next-line no-underscore-dangle -- the only way to its items; y-prosemirror goes it too
  for (let item = node._start; item !== null; item = item.right) {
    const { content } = item
    if (item.deleted) continue
    if (!takeNode(walk)) break
    if (content instanceof Y.ContentFormat) {
      changeMarks(marks, content.key, content.value, walk)
    } else if (content instanceof Y.ContentString) {
      runs.push({ type: 'text', text: content.str.toWellFormed(), marks: inOrder(marks) })
    } else {
      walk.repair('an embedded object in a text')
    }
  }
  return runs
}

function changeMarks(
  marks: Map<TextMarkName, Mark>,
  name: unknown,
  value: unknown,
  walk: Walk,
): void {
  if (!isTextMarkName(name)) {
    if (value !== null) walk.repair(`mark ${String(name).slice(0, 40)}`)
    return
  }
  marks.delete(name)
  if (value === null || value === undefined) return
  const mark = readMark(name, value)
  if (mark) marks.set(name, mark)
  else walk.repair(`mark ${name}`)
}

function readMark(type: TextMarkName, value: unknown): Mark | null {
  const attributes = typeof value === 'object' && value !== null ? value : {}
  switch (type) {
    case 'link': {
      const href = safeLinkAddress((attributes as { href?: unknown }).href)
      return href === null ? null : { type, href }
    }
    case 'lang': {
      const lang = languageTag((attributes as { lang?: unknown }).lang)
      return lang === null ? null : { type, lang }
    }
    default:
      return { type }
  }
}

function inOrder(marks: ReadonlyMap<TextMarkName, Mark>): Mark[] {
  return [...marks.values()].sort((a, b) => (a.type < b.type ? -1 : 1))
}

/** Neighbouring runs with the same marks are one: same words, same reading, however they came. */
function joinRuns(inlines: readonly Inline[]): Inline[] {
  const joined: { inline: Inline; pieces: string[] }[] = []
  for (const inline of inlines) {
    if (inline.type === 'text' && cleanText(inline.text) === '') continue
    const last = joined.at(-1)
    if (last && inline.type === 'text' && haveSameMarks(last.inline, inline)) {
      last.pieces.push(inline.text)
    } else {
      joined.push({ inline, pieces: inline.type === 'text' ? [inline.text] : [] })
    }
  }
  // Cleaned when joined, so that the result does not show where the pieces met.
  return joined.map(({ inline, pieces }) =>
    inline.type === 'text' ? { ...inline, text: cleanText(pieces.join('')) } : inline,
  )
}

function haveSameMarks(a: Inline, b: Inline): boolean {
  return (
    a.type === 'text' &&
    b.type === 'text' &&
    (a.marks === b.marks || JSON.stringify(a.marks) === JSON.stringify(b.marks))
  )
}
