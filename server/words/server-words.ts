/**
 * The words that the server writes itself, beside the template's and people's: labels of an
 * exported plan, letters, the page that says why a door stays shut.
 *
 * They are written in server-words.en.ts and translated in `shared/words/<language>.po`;
 * server-words.translated.json is made of those by `npm run words`.
 */
import { type Language, LANGUAGES, languageTraits } from '../../shared/languages.ts'
import { speak, type Spoken, type Written, writtenAs } from './message.ts'
import { serverWordsEn } from './server-words.en.ts'
import translated from './server-words.translated.json' with { type: 'json' }

export type ServerWords = Spoken<typeof serverWordsEn>

/** Labels of an exported plan. */
export type ExportLabels = ServerWords['export']

/** The letter about what waits in the plans. */
export type DigestWords = ServerWords['digest']

const WRITTEN: Readonly<Record<Language, Written<typeof serverWordsEn>>> = {
  ...translated,
  en: writtenAs(serverWordsEn),
}

const SPOKEN: ReadonlyMap<Language, ServerWords> = new Map(
  LANGUAGES.map((language) => [
    language,
    speak(serverWordsEn, WRITTEN[language], languageTraits(language).locale),
  ]),
)

export function serverWords(language: Language): ServerWords {
  const words = SPOKEN.get(language)
  if (!words) throw new Error(`server-words: no language ${language}`)
  return words
}
