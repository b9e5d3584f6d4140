/**
 * What makes a password good enough: length, and that nobody guesses it first.
 *
 * After NIST SP 800-63B and OWASP ASVS 5.0 6.2: no demands on which characters,
 * everything may be pasted, spaces and all letters count. The server decides; the
 * page asks the same function, to say so while one types.
 */
import { COMMON_PASSWORD_STEMS } from './common-passwords.ts'

export const MIN_PASSWORD_LENGTH = 8
export const MAX_PASSWORD_LENGTH = 200

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'too-personal'

/**
 * Why this password will not do; null when it will.
 *
 * @param known of the person: their name, their e-mail address.
 */
export function passwordProblem(
  password: string,
  known: readonly string[],
): PasswordProblem | null {
  const { length } = Array.from(password)
  if (length < MIN_PASSWORD_LENGTH) return 'too-short'
  if (length > MAX_PASSWORD_LENGTH) return 'too-long'
  const stem = stemOf(password)
  if (isMonotone(password) || isOnlyFigures(password) || COMMON_PASSWORD_STEMS.has(stem)) {
    return 'too-common'
  }
  return isMadeOf(stem, known.flatMap(partsOf)) ? 'too-personal' : null
}

/** Is it nothing but these words, put together? */
function isMadeOf(stem: string, words: readonly string[]): boolean {
  const longestFirst = words.toSorted((one, other) => other.length - one.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), stem)
  return rest !== stem && rest.length < 3
}

/** The same password however a keyboard composes its letters. */
export function normalPassword(password: string): string {
  return password.normalize('NFC')
}

/** What is left of 'P@ssord2026!!' when years, tails and stand-ins are taken off: 'passord'. */
function stemOf(password: string): string {
  const letters = password
    .toLowerCase()
    .replace(/[^\p{L}@$013457]+/gu, '')
    .replace(/[013457]+$/, '')
    .replace(/^[013457]+/, '')
  const read = Array.from(letters, (letter) => STAND_INS[letter] ?? letter).join('')
  return halfOf(read)
}

/** 'hemmelighemmelig' is no better than 'hemmelig'. */
function halfOf(text: string): string {
  const half = text.slice(0, text.length / 2)
  return half !== '' && half + half === text ? halfOf(half) : text
}

/** A date, a telephone number, the upper row of keys. */
function isOnlyFigures(password: string): boolean {
  return /^[\d\s.,/+-]{1,15}$/.test(password)
}

/** One or two characters over and over, or the keys in a row. */
function isMonotone(password: string): boolean {
  if (new Set(password.toLowerCase()).size <= 2) return true
  const steps = Array.from(password)
    .slice(1)
    .map((letter, index) => {
      return (letter.codePointAt(0) ?? 0) - (password.codePointAt(index) ?? 0)
    })
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}

/** The words of a name or an address. */
function partsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 3)
}

const STAND_INS: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
}
