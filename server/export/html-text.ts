/**
 * A RichText as HTML. Its links and languages are already safe (rich-text.ts);
 * every word and attribute is escaped here all the same.
 *
 * Blocks carry dir="auto", so that a paragraph in Arabic or Hebrew reads its own
 * way in a plan that is otherwise Norwegian.
 */
import type { Block, Inline, Mark, RichText, TaskItem } from '../../shared/text/rich-text.ts'
import type { ExportWords } from './export-words.ts'
import { createHeadingLevels } from './heading-levels.ts'
import { escapeHtml } from './html-escape.ts'
import { tickMark } from './html-marks.ts'
import { type InlineTree, nestMarks, oneLineOf } from './nest-marks.ts'

interface TextPlace {
  readonly words: ExportWords
  /** BCP 47 tag of what people wrote. */
  readonly language: string
  /** The level of the heading the text stands under. */
  readonly below: number
}

interface Writing {
  readonly words: ExportWords
  readonly levelOf: ReturnType<typeof createHeadingLevels>
}

/** The text in a division of its own language. */
export function textHtml(text: RichText, place: TextPlace): string {
  const writing = { words: place.words, levelOf: createHeadingLevels(place.below) }
  const blocks = blocksHtml(text, writing)
  return `<div class="text" lang="${escapeHtml(place.language)}">${blocks}</div>`
}

/** A text that is meant to be one line, without a block around it. */
export function lineHtml(text: RichText, language: string): string {
  return `<span lang="${escapeHtml(language)}" dir="auto">${inlineHtml(oneLineOf(text))}</span>`
}

function blocksHtml(blocks: RichText, writing: Writing): string {
  return blocks.map((block) => blockHtml(block, writing)).join('\n')
}

function blockHtml(block: Block, writing: Writing): string {
  switch (block.type) {
    case 'paragraph':
      return `<p dir="auto">${inlineHtml(block.content)}</p>`
    case 'heading': {
      const words = inlineHtml(block.content)
      // A heading without words would be one that a screen reader stops at for nothing.
      if (words === '') return ''
      const tag = `h${writing.levelOf(block.level)}`
      return `<${tag} dir="auto">${words}</${tag}>`
    }
    case 'bulletList':
      return `<ul dir="auto">${itemsHtml(block.items, writing)}</ul>`
    case 'orderedList':
      return `<ol dir="auto" start="${block.start}">${itemsHtml(block.items, writing)}</ol>`
    case 'taskList':
      return `<ul dir="auto" class="tasks">${tasksHtml(block.items, writing)}</ul>`
    case 'blockquote':
      return `<blockquote>${blocksHtml(block.content, writing)}</blockquote>`
    case 'callout':
      return `<div class="callout" role="note">${blocksHtml(block.content, writing)}</div>`
  }
}

function itemsHtml(items: readonly RichText[], writing: Writing): string {
  return items.map((item) => `<li>${blocksHtml(item, writing)}</li>`).join('\n')
}

function tasksHtml(items: readonly TaskItem[], writing: Writing): string {
  return items
    .map(({ checked, content }) => {
      const word = checked ? writing.words.ticked : writing.words.notTicked
      const tick = `${tickMark(checked)}<span class="unseen">${escapeHtml(word)}: </span>`
      return `<li>${tick}<div>${blocksHtml(content, writing)}</div></li>`
    })
    .join('\n')
}

function inlineHtml(inlines: readonly Inline[]): string {
  return treesHtml(nestMarks(inlines))
}

function treesHtml(trees: readonly InlineTree[]): string {
  return trees.map(treeHtml).join('')
}

function treeHtml(tree: InlineTree): string {
  switch (tree.kind) {
    case 'text':
      return escapeHtml(tree.text)
    case 'break':
      return '<br>'
    case 'mark':
      return markHtml(tree.mark, treesHtml(tree.children))
  }
}

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code' } as const

function markHtml(mark: Mark, inner: string): string {
  switch (mark.type) {
    case 'link':
      return linkHtml(mark.href, inner)
    case 'lang':
      return `<span lang="${escapeHtml(mark.lang)}">${inner}</span>`
    default:
      return `<${TAGS[mark.type]}>${inner}</${TAGS[mark.type]}>`
  }
}

/**
 * A link to an address that is already known to be safe.
 *
 * @param inner HTML.
 */
export function linkHtml(address: string, inner: string): string {
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${inner}</a>`
}
