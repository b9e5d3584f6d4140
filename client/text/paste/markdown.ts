/**
 * Markdown that came as plain text: whether it is, and its marks within a line.
 * Two different signs of it are needed, for a star or a hash alone means nothing.
 */
import { safeLinkAddress } from '../../../shared/text/link-address.ts'
import type { Inline, Mark } from '../../../shared/text/rich-text.ts'

const SIGNS = [
  /^#{1,6} +\S/m,
  /\*\*[^\s*][^*\n]*\*\*/,
  /\[[^\][\n]+\]\((?:https?:|mailto:)[^)\s]{1,2000}\)/,
  /^(?:[-*+]|\d{1,3}\.) +\S.*\n(?:.*\n)*?(?:[-*+]|\d{1,3}\.) +\S/m,
  /^> \S/m,
  /`[^`\n]+`/,
]

export function isMarkdown(words: string): boolean {
  const text = words.slice(0, 20_000).replaceAll('\r\n', '\n')
  return SIGNS.filter((sign) => sign.test(text)).length >= 2
}

const INLINE =
  /\*\*(?<bold>[^\s*][^*]*)\*\*|(?<![\p{L}\p{N}*])\*(?<italic>[^\s*][^*]*)\*(?![\p{L}\p{N}*])|`(?<code>[^`]+)`|~~(?<strike>[^~]+)~~|\[(?<label>[^\][]+)\]\((?<href>[^)\s]{1,2000})\)/gu

/** Bold, italic, struck, code and links; what is not clearly one of them stays as written. */
export function markdownInline(line: string): Inline[] {
  const parts: Inline[] = []
  let at = 0
  const add = (text: string, marks: readonly Mark[]) => {
    if (text !== '') parts.push({ type: 'text', text, marks })
  }
  for (const match of line.matchAll(INLINE)) {
    const found = markOf(match.groups ?? {})
    if (found === null) continue
    add(line.slice(at, match.index), [])
    add(found.text, [found.mark])
    at = match.index + match[0].length
  }
  add(line.slice(at), [])
  return parts
}

function markOf(groups: Readonly<Record<string, string | undefined>>) {
  const { label, href: address } = groups
  if (label !== undefined) {
    const href = safeLinkAddress(address)
    return href === null ? null : { text: label, mark: { type: 'link', href } as const }
  }
  for (const type of ['bold', 'italic', 'code', 'strike'] as const) {
    const text = groups[type]
    if (text !== undefined) return { text, mark: { type } as const }
  }
  return null
}
