/** Makes links of the addresses that stand as plain words in a pasted text. */
import type { Block, Inline, RichText } from '../../../shared/text/rich-text.ts'
import { findAddresses } from '../web-addresses.ts'

export function linkAddresses(text: RichText): RichText {
  return text.map(linkBlock)
}

/** Words of which some are addresses; links and code stay as they are. */
export function linkInline(inline: Inline): Inline[] {
  if (inline.type !== 'text') return [inline]
  if (inline.marks.some(({ type }) => type === 'link' || type === 'code')) return [inline]
  const { text, marks } = inline
  const found = findAddresses(text)
  if (found.length === 0) return [inline]
  const parts: Inline[] = []
  let at = 0
  for (const { from, to, href } of found) {
    if (from > at) parts.push({ type: 'text', text: text.slice(at, from), marks })
    const link = [
      ...marks.filter(({ type }) => type !== 'underline'),
      { type: 'link', href },
    ] as const
    parts.push({ type: 'text', text: text.slice(from, to), marks: link })
    at = to
  }
  if (at < text.length) parts.push({ type: 'text', text: text.slice(at), marks })
  return parts
}

function linkBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: block.content.flatMap(linkInline) }
    case 'bulletList':
    case 'orderedList':
      return { ...block, items: block.items.map(linkAddresses) }
    case 'taskList':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, content: linkAddresses(item.content) })),
      }
    case 'blockquote':
    case 'callout':
      return { ...block, content: linkAddresses(block.content) }
  }
}
