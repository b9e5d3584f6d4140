/**
 * A RichText as Markdown blocks. What has no words is left out: an empty item
 * inside an empty item would be read as a line across the page.
 */
import { plainText } from '../../shared/text/plain-text.ts'
import type { Block, RichText, TaskItem } from '../../shared/text/rich-text.ts'
import { createHeadingLevels } from './heading-levels.ts'
import { markdownHeading } from './markdown-escape.ts'
import { inlineMarkdown } from './markdown-inline.ts'

type LevelOf = ReturnType<typeof createHeadingLevels>

/**
 * Blocks with an empty line between them; '' for a text without words.
 *
 * @param below the level of the heading the text stands under.
 */
export function textMarkdown(text: RichText, below: number): string {
  return blocksMarkdown(text, createHeadingLevels(below))
}

function blocksMarkdown(blocks: RichText, levelOf: LevelOf): string {
  let marker: ListMarker = 0
  let last: Block | null = null
  const written: string[] = []
  for (const block of blocks) {
    if (!hasWords([block])) continue
    // Two lists in a row would be read as one, unless their markers differ.
    marker = last !== null && areSameKind(last, block) ? (marker === 0 ? 1 : 0) : 0
    written.push(blockMarkdown(block, marker, levelOf))
    last = block
  }
  return written.join('\n\n')
}

type ListMarker = 0 | 1
const BULLETS = ['-', '*'] as const
const NUMBER_ENDS = ['.', ')'] as const

function blockMarkdown(block: Block, marker: ListMarker, levelOf: LevelOf): string {
  switch (block.type) {
    case 'paragraph':
      return inlineMarkdown(block.content, 'lines')
    case 'heading':
      return markdownHeading(levelOf(block.level), inlineMarkdown(block.content, 'spaces'))
    case 'bulletList':
      return listMarkdown(block.items, () => BULLETS[marker], levelOf)
    case 'orderedList':
      return listMarkdown(block.items, (i) => `${block.start + i}${NUMBER_ENDS[marker]}`, levelOf)
    case 'taskList':
      return tasksMarkdown(block.items, BULLETS[marker], levelOf)
    case 'blockquote':
    case 'callout':
      return blocksMarkdown(block.content, levelOf).replace(/^/gm, '> ').replace(/ +$/gm, '')
  }
}

function listMarkdown(
  items: readonly RichText[],
  markerOf: (index: number) => string,
  levelOf: LevelOf,
): string {
  const full = items.filter(hasWords)
  const written = full.map((item, index) =>
    itemMarkdown(markerOf(index), blocksMarkdown(item, levelOf)),
  )
  return written.join(full.every(isOneParagraph) ? '\n' : '\n\n')
}

function tasksMarkdown(items: readonly TaskItem[], bullet: string, levelOf: LevelOf): string {
  const full = items.filter(({ content }) => hasWords(content))
  const written = full.map(({ checked, content }) => {
    const box = checked ? '[x]' : '[ ]'
    const words = blocksMarkdown(content, levelOf)
    // A box is one only before a paragraph.
    const gap = startsWithParagraph(content) ? ' ' : '\n\n'
    return itemMarkdown(bullet, `${box}${gap}${words}`)
  })
  return written.join(full.every(({ content }) => isOneParagraph(content)) ? '\n' : '\n\n')
}

/** Is a paragraph the first of what is written of this text? */
export function startsWithParagraph(text: RichText): boolean {
  return text.find((block) => hasWords([block]))?.type === 'paragraph'
}

/** An item, all of its lines but the first indented by the width of its marker. */
export function itemMarkdown(marker: string, content: string): string {
  const indent = ' '.repeat(marker.length + 1)
  return `${marker} ${content.replace(/\n(?!\n|$)/g, `\n${indent}`)}`
}

function areSameKind(a: Block, b: Block): boolean {
  return markdownKind(a) === markdownKind(b)
}

function markdownKind({ type }: Block): string {
  return type === 'taskList' ? 'bulletList' : type
}

function isOneParagraph(item: RichText): boolean {
  return item.length === 1 && item[0]?.type === 'paragraph'
}

function hasWords(text: RichText): boolean {
  return plainText(text).trim() !== ''
}
