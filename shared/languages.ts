/**
 * The languages that interface, templates and exports are written in, as BCP 47
 * tags, and what differs between them besides the words.
 *
 * A language more is a line in each of the two tables and three files of words:
 * docs/translate.md says how.
 */

/** In the order in which people choose among them. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

interface LanguageTraits {
  /** What the language calls itself, whoever reads it. */
  readonly name: string
  /** The tag that Intl and React Aria write dates, write numbers and sort by. */
  readonly locale: string
  /** Which way its lines run. */
  readonly direction: 'ltr' | 'rtl'
}

const TRAITS: Readonly<Record<Language, LanguageTraits>> = {
  nb: { name: 'Bokmål', locale: 'nb-NO', direction: 'ltr' },
  nn: { name: 'Nynorsk', locale: 'nn-NO', direction: 'ltr' },
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
}

export const DEFAULT_LANGUAGE: Language = 'nb'

/** What differs between our languages besides the words. */
export function languageTraits(language: Language): LanguageTraits {
  return TRAITS[language]
}

/** Is this tag one of the languages we speak? */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
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
