/**
 * A pasted table as words, until texts have tables: a paragraph for every row.
 *
 * With headings every cell is a line with its heading before it, so that the row can
 * be read by itself. Without, the cells stand beside each other.
 */
import type { Block, Inline, RichText } from '../../../shared/text/rich-text.ts'
import {
  boldInline,
  isList,
  paragraph,
  type PastedCell,
  type PastedTable,
  plainInline,
} from './pasted.ts'

const BETWEEN_CELLS = plainInline(' | ')
const LINE_END: Inline = { type: 'hardBreak' }

export function tableText({ rows, isHeaded }: PastedTable): RichText {
  const [head = [], ...body] = rows
  // A column that waits to be filled shows its heading in every row.
  const isEmpty = head.map((_, x) =>
    body.every((row) => inlinesOf(row[x] ?? [], LINE_END).length === 0),
  )
  const paragraphs = isHeaded
    ? body.map((row) => headedRow(head, row, isEmpty))
    : rows.map(plainRow)
  return paragraphs.filter((content) => content.length > 0).map(paragraph)
}

function headedRow(
  head: readonly PastedCell[],
  row: readonly PastedCell[],
  isEmpty: readonly boolean[],
): Inline[] {
  const lines = row.flatMap((cell, x) => {
    const words = inlinesOf(cell, LINE_END)
    const heading = wordsOf(head[x] ?? [])
    if (words.length === 0) return isEmpty[x] && heading !== '' ? [[boldInline(`${heading}:`)]] : []
    return [heading === '' ? words : [boldInline(`${heading}: `), ...words]]
  })
  return joined(lines, LINE_END)
}

function plainRow(row: readonly PastedCell[]): Inline[] {
  const cells = row.map((cell) => inlinesOf(cell, plainInline(' ')))
  const last = cells.findLastIndex((cell) => cell.length > 0)
  return joined(cells.slice(0, last + 1), BETWEEN_CELLS)
}

/** A heading without a colon of its own. */
function wordsOf(cell: PastedCell): string {
  return cellWords(cell).replace(/\s*:$/, '')
}

/** The words of a cell on one line. */
export function cellWords(cell: PastedCell): string {
  const inlines = inlinesOf(cell, plainInline(' '))
  return inlines
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** All words of a cell in a row, with something between its blocks. */
export function inlinesOf(cell: RichText, between: Inline): Inline[] {
  return joined(cell.flatMap(blockLines), between).map((inline) =>
    inline.type === 'hardBreak' ? between : inline,
  )
}

function blockLines(block: Block): Inline[][] {
  if (block.type === 'paragraph' || block.type === 'heading') return [[...block.content]]
  if (block.type === 'blockquote' || block.type === 'callout') {
    return block.content.flatMap(blockLines)
  }
  if (!isList(block)) return []
  const items: readonly RichText[] =
    block.type === 'taskList' ? block.items.map(({ content }) => content) : block.items
  return items.flatMap((item, index) => {
    const marker = block.type === 'orderedList' ? `${block.start + index}. ` : '• '
    const [first = [], ...others] = item.flatMap(blockLines)
    return [[plainInline(marker), ...first], ...others]
  })
}

function joined(parts: readonly (readonly Inline[])[], between: Inline): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [between, ...part]))
}
