/** What stands inside a block that holds others. */
import type { Block, RichText } from '../../../shared/text/rich-text.ts'

/** All blocks of all items, of a quote or a callout; none for a line of words. */
export function blocksWithin(block: Block): RichText {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return []
    case 'bulletList':
    case 'orderedList':
      return block.items.flat()
    case 'taskList':
      return block.items.flatMap(({ content }) => content)
    case 'blockquote':
    case 'callout':
      return block.content
  }
}
