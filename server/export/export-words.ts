/**
 * The words that an exported plan has of its own, beside the template's and
 * people's: the labels of a language, and dates as it writes them.
 */
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { type Language, LANGUAGES, languageTraits } from '../../shared/languages.ts'
import { type ExportLabels, serverWords } from '../words/server-words.ts'

export interface ExportWords extends ExportLabels {
  /** A day written out: '30. september 2026'. */
  readonly date: (date: CalendarDate) => string
  /** From one day to another, said as shortly as the language allows. */
  readonly dates: (from: CalendarDate, to: CalendarDate) => string
}

const WORDS: ReadonlyMap<Language, ExportWords> = new Map(
  LANGUAGES.map((language) => [
    language,
    { ...serverWords(language).export, ...dateWords(languageTraits(language).locale) },
  ]),
)

export function exportWords(language: Language): ExportWords {
  const words = WORDS.get(language)
  if (!words) throw new Error(`export-words: no language ${language}`)
  return words
}

/** A calendar date has no time zone: it is read and written in UTC, wherever the server stands. */
function dateWords(locale: string): Pick<ExportWords, 'date' | 'dates'> {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    date: (date) => format.format(moment(date)),
    dates: (from, to) => format.formatRange(moment(from), moment(to)),
  }
}

function moment(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
