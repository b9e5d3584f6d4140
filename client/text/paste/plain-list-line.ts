/** A line of plain text that stands for an item of a list: '- ', '• ', '1. ', '- [x] '. */

export interface PlainListLine {
  readonly words: string
  /** As it was written. */
  readonly line: string
  /** How far in, in steps of a tab or two blanks. */
  readonly indent: number
  /** null for a bullet. */
  readonly number: number | null
  /** Is it ticked; null when it is no task. */
  readonly checked: boolean | null
  /** A list even when it stands alone. */
  readonly isCertain: boolean
}

const PATTERN = /^([ \t]*)(?:([-*+])|([•◦▪●○■·‣⁃∙])|(\d{1,3})[.)])[ \t\u00a0]+(?=\S)(.*)$/u
const TASK = /^\[([ xX])\]\s+/

/**
 * For each line the item that it is, or null. A number makes an item only in a row of
 * numbers, or as a first with items under it: '12. mars' above '15. april' are dates.
 */
export function plainListLines(lines: readonly string[]): readonly (PlainListLine | null)[] {
  const read = lines.map(plainListLine)
  const inRow = new Set<PlainListLine>()
  /** The latest at each level, out to the line that is read. */
  let above: PlainListLine[] = []
  for (const line of read) {
    above = line ? above.filter(({ indent }) => indent <= line.indent) : []
    if (!line) continue
    const before = above.at(-1)
    const isUnderFirst = before?.number === 1 && before.indent < line.indent
    const isNext =
      before?.indent === line.indent && before.number !== null && before.number + 1 === line.number
    if (before && (isUnderFirst || isNext)) inRow.add(before)
    if (isNext) inRow.add(line)
    above = [...above.filter(({ indent }) => indent < line.indent), line]
  }
  return read.map((line) => (line && line.number !== null && !inRow.has(line) ? null : line))
}

function plainListLine(line: string): PlainListLine | null {
  const match = PATTERN.exec(line)
  if (!match) return null
  const [, blanks = '', , bullet, digits, rest = ''] = match
  const [task, tick] = TASK.exec(rest) ?? []
  return {
    words: task === undefined ? rest : rest.slice(task.length),
    line,
    indent: Math.min(8, Math.floor(blanks.replaceAll('\t', '  ').length / 2)),
    number: digits === undefined ? null : Number(digits),
    checked: task === undefined ? null : tick !== ' ',
    isCertain: bullet !== undefined || task !== undefined,
  }
}
