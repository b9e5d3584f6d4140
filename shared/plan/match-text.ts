/**
 * Makes a text of a plan's document say what it said at another time, by changing as little
 * as it can: blocks that stay keep their nodes, changed ones are changed word by word, so that
 * what others type in them in the same moment survives.
 *
 * A block that the wanted text has no place for goes, with what is typed in it just then, as
 * when a colleague deletes it.
 */
import * as Y from 'yjs'
import type { RichText } from '../text/rich-text.ts'
import { type Alignable, alignNodes } from './align-nodes.ts'
import { contentOf } from './document-hash.ts'
import { matchRuns } from './match-runs.ts'
import { readText } from './read-text.ts'
import { textNodes } from './write-text.ts'

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook

/**
 * Within a transaction of the caller's.
 *
 * @param old the same text in an older state of the document, if there is one: then it is known
 *   which node is which.
 */
export function matchText(
  fragment: Y.XmlFragment,
  text: RichText,
  old: Y.XmlFragment | null = null,
): void {
  const isSame = () => JSON.stringify(readText(fragment)) === JSON.stringify(text)
  if (isSame()) return
  matchChildren(fragment, old ?? freshFragment(text))
  if (isSame()) return
  // Something stands in it that none of ours writes.
  fragment.delete(0, fragment.length)
  fragment.insert(0, textNodes(text))
}

/** Only nodes with a document can be read. */
function freshFragment(text: RichText): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('fresh')
  fragment.insert(0, textNodes(text))
  return fragment
}

function matchChildren(parent: Y.XmlFragment, wanted: Y.XmlFragment): void {
  const now = parent.toArray() as readonly Node[]
  const then = wanted.toArray() as readonly Node[]
  const aligned = alignNodes(alignables(parent, now), alignables(wanted, then))
  // From the end, so that places before it stay what they are.
  let at = now.length
  for (const [from, to] of aligned.toReversed()) {
    const [node, want] = [now[from], then[to]]
    if (node) at = from
    if (node && want) matchNode(node, want)
    else if (node) takeAway(parent, at, node)
    else if (want) parent.insert(at, [want.clone() as Y.XmlElement | Y.XmlText])
  }
}

function alignables(parent: Y.XmlFragment, nodes: readonly Node[]): readonly Alignable[] {
  const contents = contentOf(parent)
  return nodes.map((node, index) => ({
    id: idOf(node),
    key: JSON.stringify(contents[index]),
    kind: node instanceof Y.XmlElement ? node.nodeName : node instanceof Y.XmlText ? '' : '?',
  }))
}

/** The same in every state of one document. */
function idOf(node: Node): string {
  // oxlint-disable-next-line no-underscore-dangle -- the only way to what a node is known by
  const { client, clock } = node._item?.id ?? { client: -1, clock: -1 }
  return `${client}:${clock}`
}

/** Both of one kind. */
function matchNode(node: Node, want: Node): void {
  if (node instanceof Y.XmlText && want instanceof Y.XmlText) matchRuns(node, want)
  if (!(node instanceof Y.XmlElement) || !(want instanceof Y.XmlElement)) return
  const [has, wanted] = [node.getAttributes(), want.getAttributes()]
  for (const key of Object.keys(has)) if (!(key in wanted)) node.removeAttribute(key)
  for (const [key, value] of Object.entries(wanted)) {
    if (has[key] !== value && value !== undefined) node.setAttribute(key, value)
  }
  matchChildren(node, want)
}

/** A run of words within a block is emptied and stays: somebody may be typing in it. */
function takeAway(parent: Y.XmlFragment, at: number, node: Node): void {
  if (node instanceof Y.XmlText && parent instanceof Y.XmlElement) node.delete(0, node.length)
  else parent.delete(at, 1)
}
