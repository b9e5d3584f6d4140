/** A rich text as words only: for titles, counting, search and comparison. */
import type { Block, Inline, RichText } from './rich-text.ts'

/** All words of the text; blocks and hard breaks become line ends. */
export function plainText(text: RichText): string {
  return text.flatMap(blockLines).join('\n')
}

/** All words on one line, for what must be a title or a label. */
export function oneLine(text: RichText): string {
  return plainText(text).replace(/\s+/g, ' ').trim()
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(block.content)]
    case 'bulletList':
    case 'orderedList':
      return block.items.flatMap((item) => item.flatMap(blockLines))
    case 'taskList':
      return block.items.flatMap((item) => item.content.flatMap(blockLines))
    case 'blockquote':
    case 'callout':
      return block.content.flatMap(blockLines)
  }
}

function inlineText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
}
