/**
 * Pasted plain text as a text of ours. Calm: paragraphs, lists and links, which
 * anyone would read so; the rest of Markdown only when the whole can hardly be
 * anything else.
 */
import { cleanText } from '../../../shared/text/clean-text.ts'
import type { Block, Inline, RichText } from '../../../shared/text/rich-text.ts'
import { nestLines } from './list-lines.ts'
import { isMarkdown, markdownInline } from './markdown.ts'
import { NOTHING_PASTED, paragraph, type Pasted, plainInline } from './pasted.ts'
import { type PlainListLine, plainListLines } from './plain-list-line.ts'
import { readTabs } from './read-tabs.ts'
import { tableText } from './table-text.ts'
import { trimmedEnd } from '../trimmed-end.ts'

export function readPlain(words: string): Pasted {
  const table = readTabs(words)
  if (table) {
    const tableWords = tableText(table)
    return { ...NOTHING_PASTED, text: tableWords, table, tableWords }
  }
  const isMarked = isMarkdown(words)
  const inline = isMarked ? markdownInline : (line: string) => [plainInline(line)]
  const text = chunksOf(words, isMarked).flatMap((chunk) => blocksOf(chunk, isMarked, inline))
  return { ...NOTHING_PASTED, text }
}

/** The words and nothing else: every line a paragraph. For pasting without formatting. */
export function readWordsOnly(words: string): RichText {
  return linesOf(words)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph([plainInline(line)]))
}

function linesOf(words: string): string[] {
  return words.split(/\r\n?|[\n\u2028\u2029]/).map(cleanText)
}

interface PlainLine {
  readonly line: string
  /** null for a line that is no item of a list. */
  readonly item: PlainListLine | null
}

/**
 * Lines that belong together. Where blank lines part the paragraphs a single line end is
 * one inside them; where there are none, every line is a paragraph.
 */
function chunksOf(words: string, isMarked: boolean): PlainLine[][] {
  const lines = linesOf(words)
  const items = plainListLines(lines)
  const hasBlanks = isMarked || lines.some((line, index) => line.trim() === '' && index > 0)
  const chunks: PlainLine[][] = [[]]
  let isInList = false
  for (const [index, line] of lines.entries()) {
    const item = items[index] ?? null
    const goesOn = hasBlanks || (item !== null && isInList)
    if (line.trim() === '') chunks.push([])
    else if (goesOn) chunks.at(-1)?.push({ line, item })
    else chunks.push([{ line, item }])
    isInList = item !== null
  }
  return chunks.filter((chunk) => chunk.length > 0)
}

type ReadInline = (line: string) => Inline[]

function blocksOf(chunk: readonly PlainLine[], isMarked: boolean, inline: ReadInline): Block[] {
  const blocks: Block[] = []
  let lines: Inline[] = []
  let list: PlainListLine[] = []
  const endLines = () => {
    if (lines.length > 0) blocks.push(paragraph(lines))
    lines = []
  }
  const endList = () => {
    if (list.length > 0) blocks.push(...listBlocks(list, inline))
    list = []
  }
  for (const { line, item } of chunk) {
    if (item) {
      endLines()
      list.push(item)
      continue
    }
    endList()
    const marked = isMarked ? markedLine(line, inline) : null
    if (marked) {
      endLines()
      blocks.push(marked)
    } else {
      if (lines.length > 0) lines.push({ type: 'hardBreak' })
      lines.push(...inline(trimmedEnd(line, ' ')))
    }
  }
  endLines()
  endList()
  return blocks
}

/** A heading or a quoted line of Markdown, or null. */
function markedLine(line: string, inline: ReadInline): Block | null {
  const [, hashes, rest = ''] = /^(#{1,6}) +(\S.*)$/.exec(line) ?? []
  if (hashes) {
    const content = inline(withoutClosingHashes(rest))
    return { type: 'heading', level: hashes.length <= 2 ? 3 : 4, content }
  }
  if (!line.startsWith('>')) return null
  const quoted = line.slice(line.startsWith('> ') ? 2 : 1)
  return { type: 'blockquote', content: quoted === '' ? [] : [paragraph(inline(quoted))] }
}

/** Hashes may close a heading too, behind a blank; those of 'C#' are its own. */
function withoutClosingHashes(heading: string): string {
  const trimmed = trimmedEnd(heading, ' ')
  const bare = trimmedEnd(trimmed, '#')
  return bare.endsWith(' ') ? trimmedEnd(bare, ' ') : trimmed
}

/** One dash alone may be speech or a sum: a line alone is a list only with a real bullet. */
function listBlocks(list: readonly PlainListLine[], inline: ReadInline): Block[] {
  const [only] = list
  if (list.length === 1 && only && !only.isCertain) return [paragraph(inline(only.line))]
  if (list.every(({ checked }) => checked !== null)) {
    const items = list.map(({ words, checked }) => ({
      checked: checked === true,
      content: [paragraph(inline(words))],
    }))
    return [{ type: 'taskList', items }]
  }
  return nestLines(
    list.map(({ words, indent, number }) => ({
      level: 1 + indent,
      number,
      content: [paragraph(inline(words))],
    })),
  )
}
