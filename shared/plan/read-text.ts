/**
 * Any Y.XmlFragment -> a valid RichText. Total: hostile ones included.
 *
 * What is not allowed is dropped, not refused: unknown nodes give their words to
 * a paragraph, unknown marks vanish, unsafe links become words, nesting deeper
 * than MAX_TEXT_DEPTH is lifted up. The walk is bounded by depth and by a count
 * of nodes, since bytes cannot show either across updates.
 */
import * as Y from 'yjs'
import { safeLinkAddress } from '../text/link-address.ts'
import type { Block, Inline, Mark, RichText, TaskItem } from '../text/rich-text.ts'
import { type HeadingLevel, isTextMarkName, MAX_TEXT_DEPTH } from '../text/schema.ts'

/** Most nodes of one text that are read; a text of 100 pages has about 5,000. */
const MAX_NODES = 50_000
/** How deep a walk goes at all, to collect words from below what is allowed. */
const MAX_WALK_DEPTH = 64

interface Walk {
  nodesLeft: number
  readonly repair: (what: string) => void
}

/**
 * Reads one text. Empty (no words, only blank paragraphs) gives [].
 *
 * @param repair told of each thing that had to be dropped or mended.
 */
export function readText(
  fragment: Y.XmlFragment,
  repair: (what: string) => void = () => undefined,
): RichText {
  const walk: Walk = { nodesLeft: MAX_NODES, repair }
  const text = readBlocks(childrenOf(fragment), 0, walk)
  return text.every(isBlank) ? [] : text
}

function isBlank(block: Block): boolean {
  return block.type === 'paragraph' && block.content.length === 0
}

function readBlocks(children: readonly unknown[], depth: number, walk: Walk): Block[] {
  const blocks: Block[] = []
  let loose: Inline[] = []
  const endLoose = () => {
    if (loose.length > 0) blocks.push({ type: 'paragraph', content: mergeRuns(loose) })
    loose = []
  }

  for (const child of children) {
    if (walk.nodesLeft-- <= 0) {
      walk.repair('too many nodes')
      break
    }
    const block = child instanceof Y.XmlElement ? readBlock(child, depth, walk) : null
    if (block) {
      endLoose()
      blocks.push(...block)
    } else {
      loose.push(...readInline([child], depth, walk))
    }
  }
  endLoose()
  return blocks
}

/** null when the element is inline, or unknown: then its words are taken as inline. */
function readBlock(node: Y.XmlElement, depth: number, walk: Walk): Block[] | null {
  const children = childrenOf(node)
  const tooDeep = depth >= MAX_TEXT_DEPTH
  switch (node.nodeName) {
    case 'paragraph':
      return [{ type: 'paragraph', content: mergeRuns(readInline(children, depth + 1, walk)) }]
    case 'heading':
      return [
        {
          type: 'heading',
          level: headingLevel(node.getAttribute('level')),
          content: mergeRuns(readInline(children, depth + 1, walk)),
        },
      ]
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      if (tooDeep) return liftedUp(children, depth, walk)
      return [readList(node, children, depth, walk)]
    case 'blockquote':
    case 'callout':
      if (tooDeep) return liftedUp(children, depth, walk)
      return [{ type: node.nodeName, content: readBlocks(children, depth + 1, walk) }]
    case 'listItem':
    case 'taskItem':
      walk.repair(`${node.nodeName} outside a list`)
      return liftedUp(children, depth, walk)
    default:
      return null
  }
}

/** Words of what is nested too deep, as one paragraph where it stood. */
function liftedUp(children: readonly unknown[], depth: number, walk: Walk): Block[] {
  if (depth >= MAX_TEXT_DEPTH) walk.repair('nested too deep')
  if (depth < MAX_TEXT_DEPTH) return readBlocks(children, depth + 1, walk)
  const content = mergeRuns(readInline(children, depth + 1, walk))
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}

function readList(
  node: Y.XmlElement,
  children: readonly unknown[],
  depth: number,
  walk: Walk,
): Block {
  const items = children.map((child) => readItem(child, depth + 1, walk))
  if (node.nodeName === 'taskList') return { type: 'taskList', items }
  const contents = items.map(({ content }) => content)
  if (node.nodeName === 'bulletList') return { type: 'bulletList', items: contents }
  return { type: 'orderedList', start: listStart(node.getAttribute('start')), items: contents }
}

function readItem(child: unknown, depth: number, walk: Walk): TaskItem {
  const isItem =
    child instanceof Y.XmlElement &&
    (child.nodeName === 'listItem' || child.nodeName === 'taskItem')
  if (!isItem) {
    walk.repair('something else than an item in a list')
    return { checked: false, content: readBlocks([child], depth, walk) }
  }
  return {
    checked: (child.getAttribute('checked') as unknown) === true,
    content: readBlocks(childrenOf(child), depth, walk),
  }
}

function readInline(children: readonly unknown[], depth: number, walk: Walk): Inline[] {
  if (depth > MAX_WALK_DEPTH) {
    walk.repair('nested far too deep')
    return []
  }
  const inlines: Inline[] = []
  for (const child of children) {
    if (walk.nodesLeft-- <= 0) break
    if (child instanceof Y.XmlText) {
      inlines.push(...readRuns(child, walk))
    } else if (child instanceof Y.XmlElement) {
      if (child.nodeName === 'hardBreak') {
        inlines.push({ type: 'hardBreak' })
      } else {
        walk.repair(`unexpected ${child.nodeName.slice(0, 40)}`)
        inlines.push(...readInline(childrenOf(child), depth + 1, walk))
      }
    } else {
      walk.repair('unknown content')
    }
  }
  return inlines
}

function readRuns(node: Y.XmlText, walk: Walk): Inline[] {
  const delta: readonly { insert?: unknown; attributes?: Record<string, unknown> }[] =
    node.toDelta()
  return delta.flatMap(({ insert, attributes }): Inline[] => {
    if (typeof insert !== 'string') {
      walk.repair('an embedded object in a text')
      return []
    }
    const text = cleanText(insert)
    return text === '' ? [] : [{ type: 'text', text, marks: readMarks(attributes ?? {}, walk) }]
  })
}

function readMarks(attributes: Record<string, unknown>, walk: Walk): Mark[] {
  const marks: Mark[] = []
  for (const name of Object.keys(attributes).sort()) {
    const value = attributes[name]
    if (value === null || value === undefined) continue
    const mark = isTextMarkName(name) ? readMark(name, value) : null
    if (mark) marks.push(mark)
    else walk.repair(`mark ${name.slice(0, 40)}`)
  }
  return marks
}

function readMark(type: Mark['type'], value: unknown): Mark | null {
  const attributes = typeof value === 'object' && value !== null ? value : {}
  switch (type) {
    case 'link': {
      const href = safeLinkAddress((attributes as { href?: unknown }).href)
      return href === null ? null : { type, href }
    }
    case 'lang': {
      const { lang } = attributes as { lang?: unknown }
      return typeof lang === 'string' && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(lang)
        ? { type, lang }
        : null
    }
    default:
      return { type }
  }
}

/** Neighbouring runs with the same marks are one: same words, same reading, however they came. */
function mergeRuns(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (
      last?.type === 'text' &&
      inline.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(inline.marks)
    ) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    } else {
      merged.push(inline)
    }
  }
  return merged
}

/** No control characters but tab, no lone surrogates, no bidi overrides, line ends as spaces; NFC. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\r\n\u2028\u2029]+/g, ' ')
      // oxlint-disable-next-line no-control-regex -- control characters are what is removed
      .replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
      .normalize('NFC')
  )
}

function headingLevel(value: unknown): HeadingLevel {
  return Number(value) >= 4 ? 4 : 3
}

function listStart(value: unknown): number {
  const start = Number(value ?? 1)
  return Number.isSafeInteger(start) && start >= 0 && start < 1_000_000 ? start : 1
}

function childrenOf(node: Y.XmlFragment): readonly unknown[] {
  return node.toArray()
}
