/** The interface's catalogs as a test reads them: straight from the .po files. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../shared/languages.ts'

export const FOLDER = join(import.meta.dirname, '../../client/words')

/** Message id (the English words) to the words in a language, of all its catalogs. */
export function catalogOf(language: Language): ReadonlyMap<string, string> {
  const files = globSync(`**/${language}.po`, { cwd: FOLDER }).toSorted()
  const text = files.map((file) => readFileSync(join(FOLDER, file), 'utf8')).join('\n')
  const entries = [...text.matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm)]
  return new Map(
    entries
      .map(([, id = '', words = '']) => [lines(id), lines(words)] as const)
      // The head of each catalog.
      .filter(([id]) => id !== ''),
  )
}

/** What is filled into a message: names in braces and tags, each once, in order of name. */
export function slotsOf(words: string): readonly string[] {
  const found = [...words.matchAll(/\{(\w+)[,}]|<\/?(\d)>/g)]
  return [...new Set(found.map(([, name, tag]) => name ?? tag ?? ''))].sort()
}

/** The forms of each plural in a message: [['one', 'other']]. */
export function pluralsOf(words: string): readonly (readonly string[])[] {
  return words
    .split(/\{\w+, plural,/)
    .slice(1)
    .map((rest) =>
      [...rest.matchAll(/\b(zero|one|two|few|many|other) \{/g)].map(([, form = '']) => form),
    )
}

function lines(quoted: string): string {
  return quoted
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string)
    .join('')
}
