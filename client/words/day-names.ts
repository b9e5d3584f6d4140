/**
 * The days of the week in nynorsk.
 *
 * Browsers made from Chromium have no nynorsk dates and would fall back on their
 * own language. So nynorsk is written by the locale of bokmål, whose months and
 * forms are the same (a test holds the two together), and its days are put in here.
 */
import type { Language } from '../../shared/languages.ts'

/** Only the days that differ; the rest are called the same. */
const NYNORSK: Readonly<Record<string, string>> = {
  mandag: 'måndag',
  tirsdag: 'tysdag',
  lørdag: 'laurdag',
  'man.': 'mån.',
  'tir.': 'tys.',
  'lør.': 'lau.',
}
const BOKMÅL_DAY = /(?<!\p{L})(?:(?:mandag|tirsdag|lørdag)(?!\p{L})|(?:man|tir|lør)\.)/gu

/** A date in words, with the days as this language calls them. */
export function withOwnDays(words: string, language: Language): string {
  return language === 'nn' ? words.replace(BOKMÅL_DAY, (day) => NYNORSK[day] ?? day) : words
}
