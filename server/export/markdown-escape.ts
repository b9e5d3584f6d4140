/**
 * Words as Markdown words: nothing that someone typed becomes a heading, a list,
 * a table, a link or HTML in CommonMark or GitHub's dialect of it.
 */

/** What means something wherever it stands. */
const ANYWHERE = /[\\`*_[\]<~|]/g
/** `&` only where it would begin an entity; `!` only where a link might follow. */
const ENTITY = /&(?=#|[a-z0-9]+;)/gi
const BEFORE_LINK = /!(?=\\\[|$)/g
/** What means something only at the start of a line. */
const LINE_START = /^(?:[-+#>=:]|\d{1,9}(?=[.)]))/

/** Words in the middle of a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(ANYWHERE, '\\$&')
    .replace(ENTITY, '\\&')
    .replace(BEFORE_LINK, '\\!')
}

/** The same at the start of a line, where white space would vanish or mean code. */
export function escapeLineStart(escaped: string): string {
  const line = escaped.trimStart()
  const start = LINE_START.exec(line)?.[0]
  if (start === undefined) return line
  const isNumber = /^\d/.test(start)
  return isNumber ? `${start}\\${line.slice(start.length)}` : `\\${line}`
}

/** A heading; number signs at its end would be taken for its closing. */
export function markdownHeading(level: number, line: string): string {
  return `${'#'.repeat(level)} ${line.replace(/(\s)(#+)$/, '$1\\$2')}`
}

/** An address between the parentheses of a link. */
export function markdownAddress(address: string): string {
  const escaped = address.replace(ENTITY, '\\&')
  if (!/[()<>\\]/.test(address)) return escaped
  return `<${address.replace(/[<>\\]/g, '\\$&').replace(ENTITY, '\\&')}>`
}

/** A code span of words without space at their ends: fenced by more backticks than stand inside. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const needsRoom = /^`|`$/.test(text)
  return needsRoom ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`
}
