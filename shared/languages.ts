/**
 * The languages that interface, templates and exports are written in, as BCP 47
 * tags, and what differs between them besides the words.
 *
 * A language more is a row in this table and one file of words: docs/translate.md
 * says how.
 */

interface LanguageTraits {
  /** What the language calls itself, whoever reads it. */
  readonly name: string
  /** What Intl and React Aria write dates and sort by; every browser must know it. */
  readonly locale: string
  /** Which way its lines run. */
  readonly direction: 'ltr' | 'rtl'
}

const TRAITS = {
  nb: { name: 'Bokmål', locale: 'nb-NO', direction: 'ltr' },
  // Chromium has no nynorsk; the days, which alone differ, are in client/words/day-names.ts.
  nn: { name: 'Nynorsk', locale: 'nb-NO', direction: 'ltr' },
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
} as const satisfies Readonly<Record<string, LanguageTraits>>

export type Language = keyof typeof TRAITS

/** In the order in which people choose among them. */
export const LANGUAGES: readonly Language[] = Object.keys(TRAITS).filter(isLanguage)

export const DEFAULT_LANGUAGE: Language = 'nb'

/** What differs between our languages besides the words. */
export function languageTraits(language: Language): LanguageTraits {
  return TRAITS[language]
}

/** Is this tag one of the languages we speak? */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(TRAITS, value)
}

/**
 * The best of our languages for a person's wishes, most wanted first ('nn-NO', 'en-GB', ...).
 * Norwegian that does not say which one gets bokmål.
 */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.trim().toLowerCase().split('-')[0]
    if (primary === 'no') return 'nb'
    if (isLanguage(primary)) return primary
  }
  return DEFAULT_LANGUAGE
}
