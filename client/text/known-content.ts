/**
 * Does the editor know everything that is in a text?
 *
 * Asked before an editor is mounted, and again at every change from elsewhere.
 * The binding deletes what it cannot parse, for everybody, and undo does not
 * bring it back; so a text from a newer program is shown, not opened.
 */
import * as Y from 'yjs'
import {
  isTextMarkName,
  isTextNodeName,
  TEXT_MARKS,
  TEXT_NODES,
  type TextNodeName,
} from '../../shared/text/schema.ts'

/** Deeper than any editor makes; deeper ones are left alone, or the parser would overflow. */
const MAX_DEPTH = 64
const BLOCKS = /^block/
const INLINES = /^inline/

export function isKnownContent(fragment: Y.XmlFragment): boolean {
  return fragment.toArray().every((child) => isKnown(child, 'block*', 0))
}

/** @param content the content expression of the parent. */
function isKnown(node: unknown, content: string, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  if (node instanceof Y.XmlText) return INLINES.test(content) && hasKnownRuns(node)
  if (!(node instanceof Y.XmlElement) || !isTextNodeName(node.nodeName)) return false
  const name = node.nodeName
  return (
    isAllowed(name, content) &&
    hasOnly(node.getAttributes(), TEXT_NODES[name].attrs) &&
    node.toArray().every((child) => isKnown(child, TEXT_NODES[name].content, depth + 1))
  )
}

function isAllowed(name: TextNodeName, content: string): boolean {
  if (INLINES.test(content)) return name === 'hardBreak'
  if (BLOCKS.test(content))
    return name !== 'hardBreak' && name !== 'listItem' && name !== 'taskItem'
  return content === `${name}*`
}

function hasKnownRuns(node: Y.XmlText): boolean {
  const delta: readonly { insert?: unknown; attributes?: Record<string, unknown> }[] =
    node.toDelta()
  return delta.every(
    ({ insert, attributes = {} }) =>
      typeof insert === 'string' &&
      Object.entries(attributes).every(
        ([name, value]) => isTextMarkName(name) && hasOnly(value, TEXT_MARKS[name].attrs),
      ),
  )
}

function hasOnly(attributes: unknown, known: readonly string[]): boolean {
  return (
    typeof attributes === 'object' &&
    attributes !== null &&
    Object.keys(attributes).every((key) => known.includes(key))
  )
}
