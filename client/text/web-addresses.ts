/**
 * Web addresses in running words: what people mean as a link when they write one.
 * Only with a scheme or `www.`: 'skole.no' alone may be a word and a missing space.
 */
import { safeLinkAddress } from '../../shared/text/link-address.ts'

export interface FoundAddress {
  /** Where it stands in the words, in code units. */
  readonly from: number
  readonly to: number
  /** What a link to it points to. */
  readonly href: string
}

const PATTERN = /(?<![\p{L}\p{N}_@./-])(?:https?:\/\/|www\.|mailto:)[^\s<>«»“”"]+/giu
const SENTENCE_END = /[.,;:!?'’…*_]+$/

export function findAddresses(words: string): FoundAddress[] {
  return [...words.matchAll(PATTERN)].flatMap((match) => {
    const text = withoutSentence(match[0])
    const href = addressOf(text)
    return href === null ? [] : [{ from: match.index, to: match.index + text.length, href }]
  })
}

/** The address that these words are, whole and alone, or null. */
export function onlyAddress(words: string): string | null {
  const trimmed = words.trim()
  const [found] = findAddresses(trimmed)
  return found && found.from === 0 && found.to === trimmed.length ? found.href : null
}

function addressOf(text: string): string | null {
  if (/^mailto:/i.test(text)) return /@[^@]+\.[^@]+$/.test(text) ? safeLinkAddress(text) : null
  const href = /^www\./i.test(text) ? `https://${text}` : text
  return /^https?:\/\/[^/?#]*[^/?#.]\.[^/?#.]/i.test(href) ? safeLinkAddress(href) : null
}

/** Without the stop and the bracket that belong to the sentence around it. */
function withoutSentence(address: string): string {
  const trimmed = address.replace(SENTENCE_END, '')
  const isUnbalanced =
    (trimmed.endsWith(')') && count(trimmed, ')') > count(trimmed, '(')) ||
    (trimmed.endsWith(']') && count(trimmed, ']') > count(trimmed, '['))
  if (isUnbalanced) return withoutSentence(trimmed.slice(0, -1))
  return trimmed
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
