/** The languages that interface and templates are written in, as BCP 47 tags. */
export const LANGUAGES = ['nb', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

export const DEFAULT_LANGUAGE: Language = 'nb'

/** Is this tag one of the languages we speak? */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/**
 * The best of our languages for a person's wishes, most wanted first ('nn-NO', 'en-GB', ...).
 * Norwegian in any form gets bokmål.
 */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'no' || primary === 'nn') return 'nb'
    if (isLanguage(primary)) return primary
  }
  return DEFAULT_LANGUAGE
}
