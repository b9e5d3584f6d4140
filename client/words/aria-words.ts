/**
 * React Aria's own hidden words (for screen readers: 'selected', 'today') in a
 * language that it does not speak. Without this they would be English.
 *
 * Only the words are lent: dates are written in the language itself.
 */
import { LocalizedStringDictionary } from '@internationalized/string'

/** Primary language -> the locale whose words stand in: bokmål is nearer to nynorsk than English. */
const LENT: Readonly<Record<string, string>> = { nn: 'nb-NO' }

/** The locale in whose words React Aria speaks. */
export function ariaWordsLocale(locale: string): string {
  return LENT[locale.split('-')[0] ?? ''] ?? locale
}

/** Makes every dictionary of React Aria look there. Once, before the first page is drawn. */
export function lendAriaWords(): void {
  const dictionary = LocalizedStringDictionary.prototype
  const find = Reflect.get(dictionary, 'getStringsForLocale') as Find
  dictionary.getStringsForLocale = function lent(locale) {
    return find.call(this, ariaWordsLocale(locale))
  }
}

type Find = LocalizedStringDictionary['getStringsForLocale']
