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
const SENTENCE_END = ".,;:!?'’…*_"
/** Longer than any that a browser takes; what comes then is no address. */
const MAX_ADDRESS = 2000

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
  if (text.length > MAX_ADDRESS) return null
  if (/^mailto:/i.test(text)) return /@[^@]+\.[^@]+$/.test(text) ? safeLinkAddress(text) : null
  const href = /^www\./i.test(text) ? `https://${text}` : text
  return /^https?:\/\/[^/?#]*[^/?#.]\.[^/?#.]/i.test(href) ? safeLinkAddress(href) : null
}

/** Without the stops and the brackets that belong to the sentence around it. In one pass. */
function withoutSentence(address: string): string {
  const unclosed = { ')': balance(address, '(', ')'), ']': balance(address, '[', ']') }
  let end = address.length
  while (end > 0) {
    const last = address.charAt(end - 1)
    const isBracket = last === ')' || last === ']'
    if (isBracket ? unclosed[last] >= 0 : !SENTENCE_END.includes(last)) break
    if (isBracket) unclosed[last]++
    end--
  }
  return address.slice(0, end)
}

/** How many more open than close. */
function balance(text: string, open: string, close: string): number {
  return text.split(open).length - text.split(close).length
}
