/**
 * Cells parted by tabs, as spreadsheets give them when only plain text is asked for.
 * A cell with a line end or a quote in it stands in quotes, quotes within doubled.
 */
import { cleanText } from '../../../shared/text/clean-text.ts'
import { paragraph, type PastedCell, type PastedTable, plainInline } from './pasted.ts'

/** null when the words are no table: two rows and two columns at least, as many in each. */
export function readTabs(words: string): PastedTable | null {
  if (!words.includes('\t')) return null
  const rows = splitRows(words).filter((row) => row.some((cell) => cell.trim() !== ''))
  const width = rows[0]?.length ?? 0
  const isTable = rows.length >= 2 && width >= 2 && rows.every((row) => row.length === width)
  if (!isTable) return null
  return { rows: rows.map((row) => row.map(cellOf)), isHeaded: false }
}

function splitRows(words: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/gy
  for (const [whole, quoted, bare = '', end] of words.matchAll(pattern)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end !== '\t') {
      rows.push(row)
      row = []
    }
    if (end === '' && whole === '') break
  }
  return row.length > 0 ? [...rows, row] : rows
}

function cellOf(cell: string): PastedCell {
  return cell
    .split(/\r\n?|\n/)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== '')
    .map((line) => paragraph([plainInline(line)]))
}
