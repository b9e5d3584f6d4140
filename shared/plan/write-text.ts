/**
 * A rich text as Yjs nodes, in the form that the editor's binding writes: one
 * Y.XmlElement per block, one Y.XmlText per run of inline content, marks as its
 * formats. The other way round is read-text.
 */
import * as Y from 'yjs'
import type { Block, Inline, Mark, RichText } from '../text/rich-text.ts'

type XmlChild = Y.XmlElement | Y.XmlText

/**
 * The children for a new XmlFragment. Never empty: an empty text is one empty
 * paragraph, so that two people's first words share it.
 */
export function textNodes(text: RichText): Y.XmlElement[] {
  return text.length === 0 ? [new Y.XmlElement('paragraph')] : text.map(blockNode)
}

/** A new fragment that holds this text; it has no document yet. */
export function textFragment(text: RichText): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  fragment.insert(0, textNodes(text))
  return fragment
}

function blockNode(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'paragraph':
      return element('paragraph', inlineNodes(block.content))
    case 'heading':
      return element('heading', inlineNodes(block.content), { level: block.level })
    case 'bulletList':
      return element('bulletList', block.items.map(listItem))
    case 'orderedList':
      return element('orderedList', block.items.map(listItem), { start: block.start })
    case 'taskList':
      return element(
        'taskList',
        block.items.map(({ checked, content }) =>
          element('taskItem', content.map(blockNode), { checked }),
        ),
      )
    case 'blockquote':
    case 'callout':
      return element(block.type, block.content.map(blockNode))
  }
}

function listItem(content: RichText): Y.XmlElement {
  return element('listItem', content.map(blockNode))
}

function element(
  name: string,
  children: readonly XmlChild[],
  attributes: Readonly<Record<string, string | number | boolean>> = {},
): Y.XmlElement {
  // Attributes other than text are allowed by Yjs and used by the binding; its types say string.
  const node = new Y.XmlElement<Record<string, string | number | boolean>>(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  node.insert(0, [...children])
  return node as unknown as Y.XmlElement
}

/** One Y.XmlText per run of text, between hard breaks. */
function inlineNodes(content: readonly Inline[]): XmlChild[] {
  const nodes: XmlChild[] = []
  let run: Inline[] = []
  const endRun = () => {
    if (run.length > 0) nodes.push(textRun(run))
    run = []
  }

  for (const inline of content) {
    if (inline.type === 'text') {
      run.push(inline)
    } else {
      endRun()
      nodes.push(new Y.XmlElement('hardBreak'))
    }
  }
  endRun()
  return nodes
}

function textRun(run: readonly Inline[]): Y.XmlText {
  const node = new Y.XmlText()
  node.applyDelta(
    run.map((inline) =>
      inline.type === 'text'
        ? { insert: inline.text, attributes: formats(inline.marks) }
        : { insert: '' },
    ),
  )
  return node
}

function formats(marks: readonly Mark[]): Record<string, object> {
  return Object.fromEntries(
    marks.map((mark) => {
      const { type, ...attributes } = mark
      return [type, attributes]
    }),
  )
}
