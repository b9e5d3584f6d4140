/**
 * Any Y.XmlFragment -> a valid RichText. Total: hostile ones included.
 *
 * What is not allowed is dropped, not refused: unknown nodes give their words to
 * a paragraph, unknown marks vanish, unsafe links become words, nesting deeper
 * than MAX_TEXT_DEPTH is lifted up. The walk is bounded by depth and by a count
 * of nodes, since bytes cannot show either across updates (SPEC.md, P13-P17).
 */
import * as Y from 'yjs'
import type { Block, RichText, TaskItem } from '../text/rich-text.ts'
import { type HeadingLevel, MAX_TEXT_DEPTH } from '../text/schema.ts'
import { readInlines, takeNode, type Walk } from './read-inline.ts'

/** Most nodes of one text that are read; a text of 100 pages has about 5,000. */
const MAX_NODES = 50_000

/**
 * Reads one text. Empty (no words, only blank paragraphs) gives [].
 *
 * @param repair told of each thing that had to be dropped or mended.
 */
export function readText(
  fragment: Y.XmlFragment,
  repair: (what: string) => void = () => undefined,
): RichText {
  const text = readBlocks(fragment.toArray(), 0, { nodesLeft: MAX_NODES, repair })
  return text.every(isBlank) ? [] : text
}

function isBlank(block: Block): boolean {
  return block.type === 'paragraph' && block.content.length === 0
}

function readBlocks(children: readonly unknown[], depth: number, walk: Walk): Block[] {
  const blocks: Block[] = []
  let loose: unknown[] = []
  const endLoose = () => {
    const content = readInlines(loose, walk)
    if (content.length > 0) blocks.push({ type: 'paragraph', content })
    loose = []
  }

  for (const child of children) {
    if (!isBlockNode(child)) {
      loose.push(child)
      continue
    }
    endLoose()
    if (!takeNode(walk)) return blocks
    for (const block of readBlock(child, depth, walk)) blocks.push(block)
  }
  endLoose()
  return blocks
}

/** Of our schema and not inline. Other elements give their words to a paragraph. */
function isBlockNode(node: unknown): node is Y.XmlElement {
  return node instanceof Y.XmlElement && BLOCK_NAMES.has(node.nodeName)
}

const BLOCK_NAMES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'blockquote',
  'callout',
])

/** One block; several or none where something had to be lifted up. */
function readBlock(node: Y.XmlElement, depth: number, walk: Walk): Block[] {
  const children = node.toArray()
  const name = node.nodeName
  if (name === 'paragraph') return [{ type: 'paragraph', content: readInlines(children, walk) }]
  if (name === 'heading') {
    const level = headingLevel(node.getAttribute('level'))
    return [{ type: 'heading', level, content: readInlines(children, walk) }]
  }
  if (depth >= MAX_TEXT_DEPTH) return readAsParagraph(children, walk)
  switch (name) {
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return [readList(name, node, depth, walk)]
    case 'blockquote':
    case 'callout':
      return [{ type: name, content: readBlocks(children, depth + 1, walk) }]
    default:
      walk.repair(`${name} outside a list`)
      return readBlocks(children, depth + 1, walk)
  }
}

/** The words of what is nested too deep, as one paragraph where it stood. */
function readAsParagraph(children: readonly unknown[], walk: Walk): Block[] {
  walk.repair('nested too deep')
  const content = readInlines(children, walk)
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}

function readList(
  type: 'bulletList' | 'orderedList' | 'taskList',
  node: Y.XmlElement,
  depth: number,
  walk: Walk,
): Block {
  const items: TaskItem[] = []
  for (const child of node.toArray()) {
    if (!takeNode(walk)) break
    items.push(readItem(child, depth + 1, walk))
  }
  if (type === 'taskList') return { type, items }
  const contents = items.map(({ content }) => content)
  if (type === 'bulletList') return { type, items: contents }
  return { type, start: listStart(node.getAttribute('start')), items: contents }
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
    content: readBlocks(child.toArray(), depth, walk),
  }
}

/** Only of a number or its text: turning anything else into a number runs its own code. */
function headingLevel(value: unknown): HeadingLevel {
  return wholeNumber(value) >= 4 ? 4 : 3
}

function listStart(value: unknown): number {
  const start = wholeNumber(value)
  return start === -1 ? 1 : start
}

/** 0 to 999999; -1 when it is none of these. */
function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' && typeof value !== 'string') return -1
  const digits = String(value)
  return /^\d{1,6}$/.test(digits) ? Number(digits) : -1
}
