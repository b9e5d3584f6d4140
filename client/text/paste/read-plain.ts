/**
 * Pasted plain text as a text of ours. Calm: paragraphs, lists and links, which
 * anyone would read so; the rest of Markdown only when the whole can hardly be
 * anything else.
 */
import { cleanText } from '../../../shared/text/clean-text.ts'
import type { Block, Inline, RichText } from '../../../shared/text/rich-text.ts'
import { nestLines } from './list-lines.ts'
import { isMarkdown, markdownInline } from './markdown.ts'
import { paragraph, type Pasted, plainInline } from './pasted.ts'
import { type PlainListLine, plainListLine } from './plain-list-line.ts'
import { readTabs } from './read-tabs.ts'
import { tableText } from './table-text.ts'

export function readPlain(words: string): Pasted {
  const table = readTabs(words)
  if (table) return { text: tableText(table), table, pictures: 0 }
  const isMarked = isMarkdown(words)
  const inline = isMarked ? markdownInline : (line: string) => [plainInline(line)]
  const text = chunksOf(words, isMarked).flatMap((chunk) => blocksOf(chunk, isMarked, inline))
  return { text, table: null, pictures: 0 }
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

/**
 * Lines that belong together. Where blank lines part the paragraphs a single line end is
 * one inside them; where there are none, every line is a paragraph.
 */
function chunksOf(words: string, isMarked: boolean): string[][] {
  const lines = linesOf(words)
  const hasBlanks = isMarked || /\n[ \t\r]*\n/.test(words.trim())
  const chunks: string[][] = [[]]
  let isInList = false
  for (const line of lines) {
    const isItem = plainListLine(line) !== null
    const goesOn = hasBlanks || (isItem && isInList)
    if (line.trim() === '') chunks.push([])
    else if (goesOn) chunks.at(-1)?.push(line)
    else chunks.push([line])
    isInList = isItem
  }
  return chunks.filter((chunk) => chunk.length > 0)
}

type ReadInline = (line: string) => Inline[]

function blocksOf(chunk: readonly string[], isMarked: boolean, inline: ReadInline): Block[] {
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
  for (const line of chunk) {
    const item = plainListLine(line)
    const [, hashes, heading] = (isMarked && /^(#{1,6}) +(.+?)[ #]*$/.exec(line)) || []
    const [, quoted] = (isMarked && /^> ?(.*)$/.exec(line)) || []
    if (item) {
      endLines()
      list.push(item)
      continue
    }
    endList()
    if (hashes && heading) {
      endLines()
      blocks.push({ type: 'heading', level: hashes.length <= 2 ? 3 : 4, content: inline(heading) })
    } else if (quoted !== undefined) {
      endLines()
      blocks.push({ type: 'blockquote', content: quoted === '' ? [] : [paragraph(inline(quoted))] })
    } else {
      if (lines.length > 0) lines.push({ type: 'hardBreak' })
      lines.push(...inline(line.replace(/ +$/, '')))
    }
  }
  endLines()
  endList()
  return blocks
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
