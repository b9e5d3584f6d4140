/** What a sentence is in a language: in English as long as it is not translated, or unreadable. */
import { readEntries } from './translators-file.ts'
import { saidBy } from './said.ts'

/** Reads the language's file once. */
export function translator(language: string): (id: string, english: string) => string {
  const said = new Map(readEntries(language).map((entry) => [entry.id, entry.said]))
  return (id, english) => {
    const words = said.get(id) ?? ''
    return words === '' || 'unreadable' in saidBy(words) ? english : words
  }
}
