/** How dates and numbers are written in each of our languages. */
import type { Language } from '../../shared/languages.ts'

const LOCALES = { nb: 'nb-NO', en: 'en-GB' } as const satisfies Record<Language, string>

/** The BCP 47 tag that Intl and React Aria format by. */
export function localeOf(language: Language): string {
  return LOCALES[language]
}
