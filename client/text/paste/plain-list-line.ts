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

export function plainListLine(line: string): PlainListLine | null {
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
