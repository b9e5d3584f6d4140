/**
 * A table of pasted HTML as rows of cells. Merged cells are repeated downwards, so
 * that every row can be read alone; sideways the words stand in the first.
 *
 * A table that only lays out a page (mail, old web pages) is no table: its cells
 * are read one after the other.
 */
import type { RichText } from '../../../shared/text/rich-text.ts'
import { inlineStyle } from './inline-style.ts'
import { blocksWithin } from './list-items.ts'
import type { PastedCell, PastedTable } from './pasted.ts'
import type { HtmlReader, Place } from './read-html.ts'
import { isUnseen } from './seen-elements.ts'

/** Merged cells claim up to this many rows or columns: a hostile span would fill the memory. */
const MAX_SPAN = 200
const MAX_COLUMNS = 60
/** A table with more cells, or with more words once they are repeated, is read cell by cell. */
const MAX_CELLS = 20_000
const MAX_REPEATED_BLOCKS = 20_000

interface ReadTable {
  readonly caption: RichText
  /** null for a table that only lays out. */
  readonly table: PastedTable | null
  /** What all cells hold, in their order. */
  readonly cells: RichText
}

export function readTable(element: Element, reader: HtmlReader, place: Place): ReadTable {
  const captions = [...element.children].filter(({ tagName }) => tagName === 'CAPTION')
  const caption = captions.flatMap((each) => reader.blocksOf(each, place))
  const parts = [...element.children].filter(({ tagName }) => tagName !== 'CAPTION')
  const rowElements = parts.flatMap((part) => (part.tagName === 'TR' ? [part] : rowsOf(part)))
  const rows = rowElements.filter((row) => !isUnseen(row, inlineStyle(row)))
  const read = rows.map((row) =>
    cellsOf(row).map((cell) => ({
      content: reader.blocksOf(cell, { ...place, depth: place.depth + 3 }),
      rows: spanOf(cell, 'rowspan'),
      columns: spanOf(cell, 'colspan'),
    })),
  )
  const cells = read.flatMap((row) => row.flatMap(({ content }) => content))
  const isVast = isTooVast(read)
  const grid = isVast ? [] : withoutEmptyEdges(gridOf(read))
  const width = grid[0]?.length ?? 0
  const isLayout =
    element.getAttribute('role') === 'presentation' ||
    element.querySelector('table') !== null ||
    width < 2
  if (isLayout) return { caption, table: null, cells }
  return { caption, table: { rows: grid, isHeaded: isHeaded(rows[0], grid) }, cells }
}

interface ReadCell {
  readonly content: PastedCell
  readonly rows: number
  readonly columns: number
}

/** Of what the cells claim, before any of it is laid out. */
function isTooVast(read: readonly (readonly ReadCell[])[]): boolean {
  let cells = 0
  let repeated = 0
  for (const row of read) {
    for (const { content, rows, columns } of row) {
      cells += Math.min(rows, read.length) * columns
      if (rows > 1) repeated += Math.min(rows, read.length) * sizeOf(content)
    }
  }
  return cells > MAX_CELLS || repeated > MAX_REPEATED_BLOCKS
}

function sizeOf(content: RichText): number {
  return content.reduce((sum, block) => {
    const own = 'content' in block ? block.content.length : 0
    return sum + 1 + own + sizeOf(blocksWithin(block))
  }, 0)
}

function gridOf(read: readonly (readonly ReadCell[])[]): PastedCell[][] {
  const grid: PastedCell[][] = read.map(() => [])
  for (const [y, row] of read.entries()) {
    let x = 0
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x++
      for (let dy = 0; dy < cell.rows && y + dy < grid.length; dy++) {
        const target = grid[y + dy] ?? []
        for (let dx = 0; dx < cell.columns; dx++) {
          target[x + dx] ??= dx === 0 ? cell.content : []
        }
      }
      x += cell.columns
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? []))
}

/** Spreadsheets copy empty rows and columns along. */
function withoutEmptyEdges(grid: readonly (readonly PastedCell[])[]): PastedTable['rows'] {
  const rows = grid.filter((row) => row.some((cell) => cell.length > 0))
  const isUsed = (rows[0] ?? []).map((_, x) => rows.some((row) => (row[x]?.length ?? 0) > 0))
  return rows.map((row) => row.filter((_, x) => isUsed[x]))
}

/** Marked as headings in the source, or all in bold. */
function isHeaded(first: Element | undefined, grid: PastedTable['rows']): boolean {
  if (!first || grid.length < 2) return false
  if (first.parentElement?.tagName === 'THEAD') return true
  const cells = cellsOf(first)
  if (cells.every(({ tagName }) => tagName === 'TH')) return true
  const filled = (grid[0] ?? []).filter((cell) => cell.length > 0)
  return filled.length > 0 && filled.every(isBold) && !(grid[1] ?? []).every(isBold)
}

function isBold(cell: PastedCell): boolean {
  return cell.every(
    (block) =>
      block.type === 'paragraph' &&
      block.content.every(
        (inline) => inline.type !== 'text' || inline.marks.some(({ type }) => type === 'bold'),
      ),
  )
}

function rowsOf(part: Element): Element[] {
  return [...part.children].filter(({ tagName }) => tagName === 'TR')
}

function cellsOf(row: Element): Element[] {
  return [...row.children].filter(
    (cell) =>
      (cell.tagName === 'TD' || cell.tagName === 'TH') && !isUnseen(cell, inlineStyle(cell)),
  )
}

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const span = Number(cell.getAttribute(name) ?? 1)
  const most = name === 'rowspan' ? MAX_SPAN : MAX_COLUMNS
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1
}
