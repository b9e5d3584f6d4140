/** Holds a text to a depth of nesting: what lies deeper stands at the last level, in its order. */
import type { RichText } from '../../../shared/text/rich-text.ts'
import { isList, type ListBlock } from './pasted.ts'
import { blocksWithin } from './list-items.ts'

/** @param levels lists, quotes and callouts that may stand around a block. */
export function capDepth(text: RichText, levels: number): RichText {
  return text.flatMap((block): RichText => {
    if (block.type === 'paragraph' || block.type === 'heading') return [block]
    if (levels <= 0) return blocksWithin(block).flatMap((inner) => capDepth([inner], 0))
    if (isList(block)) return [capList(block, levels)]
    return [{ ...block, content: capDepth(block.content, levels - 1) }]
  })
}

function capList(list: ListBlock, levels: number): ListBlock {
  if (list.type === 'taskList') {
    const items = list.items.map((item) => ({
      ...item,
      content: capDepth(item.content, levels - 1),
    }))
    return { ...list, items }
  }
  return { ...list, items: list.items.map((item) => capDepth(item, levels - 1)) }
}
