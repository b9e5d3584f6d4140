/** A pasted text as a ProseMirror slice for the place where it goes in. */
import { Fragment, Node, type ResolvedPos, Slice } from '@tiptap/pm/model'
import type { Block, Inline, RichText } from '../../../shared/text/rich-text.ts'
import { MAX_TEXT_DEPTH } from '../../../shared/text/schema.ts'
import { isNesting } from '../depth-limit.ts'
import { capDepth } from './cap-depth.ts'

export function pastedSlice(text: RichText, at: ResolvedPos): Slice {
  const { schema } = at.doc.type
  const blocks = capDepth(text, MAX_TEXT_DEPTH - nestingAround(at))
  const nodes = blocks.map((block) => Node.fromJSON(schema, blockJson(block)))
  return Slice.maxOpen(Fragment.fromArray(nodes))
}

/** Lists, quotes and callouts around a place. */
function nestingAround(at: ResolvedPos): number {
  let levels = 0
  for (let depth = 0; depth <= at.depth; depth++) if (isNesting(at.node(depth))) levels++
  return levels
}

interface NodeJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly NodeJson[]
  readonly text?: string
  readonly marks?: readonly { readonly type: string; readonly attrs: object }[]
}

function blockJson(block: Block): NodeJson {
  switch (block.type) {
    case 'paragraph':
      return { type: block.type, content: block.content.map(inlineJson) }
    case 'heading':
      return {
        type: block.type,
        attrs: { level: block.level },
        content: block.content.map(inlineJson),
      }
    case 'bulletList':
      return { type: block.type, content: block.items.map(itemJson) }
    case 'orderedList':
      return { type: block.type, attrs: { start: block.start }, content: block.items.map(itemJson) }
    case 'taskList':
      return {
        type: block.type,
        content: block.items.map(({ checked, content }) => ({
          type: 'taskItem',
          attrs: { checked },
          content: content.map(blockJson),
        })),
      }
    case 'blockquote':
    case 'callout':
      return { type: block.type, content: block.content.map(blockJson) }
  }
}

function itemJson(item: RichText): NodeJson {
  return { type: 'listItem', content: item.map(blockJson) }
}

function inlineJson(inline: Inline): NodeJson {
  if (inline.type === 'hardBreak') return { type: 'hardBreak' }
  const marks = inline.marks.map(({ type, ...attrs }) => ({ type, attrs }))
  return { type: 'text', text: inline.text, marks }
}
