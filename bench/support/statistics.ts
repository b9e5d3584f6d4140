/** Medians, percentiles and how numbers are shown. */

/** The middle one of these. @throws Error when there is none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The value that so many percent of these do not exceed. @throws Error when there is none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]
  if (value === undefined) throw new Error('percentile: no values')
  return value
}

/** Rows of cells as a Markdown table; the first row is its head. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'))
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
