/**
 * A language is three files of words, and docs/translate.md names all three: what
 * it says of an invented language must be true of those we have.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../shared/languages.ts'
import { filesBelow, ROOT } from './support/source-files.ts'

const GUIDE = readFileSync(join(ROOT, 'docs/translate.md'), 'utf8')
/** The language of the guide's example. */
const EXAMPLE = 'se'

const named = [...GUIDE.matchAll(/`((?:client|server|shared)\/[\w./-]+)`/g)].map(
  ([, path = '']) => path,
)
const wordFiles = ['client', 'server', 'shared'].flatMap(filesBelow).filter(languageOf)

describe.each(LANGUAGES)('%s', (language) => {
  it('has every file that the guide names, and no file that it does not', () => {
    const expected = named.map((path) => inLanguage(path, language))
    const own = wordFiles.filter((path) => languageOf(path) === language)

    expect(expected.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(own.filter((path) => !expected.includes(path))).toEqual([])
    expect(own.length).toBeGreaterThanOrEqual(3)
  })
})

it('no file of words stands there for a language that is not spoken', () => {
  const spoken: readonly (string | null)[] = LANGUAGES

  expect(wordFiles.filter((path) => !spoken.includes(languageOf(path)))).toEqual([])
})

/** 'client/words/nn.po' and 'server/words/server-words.nn.ts' are of 'nn'. */
function languageOf(path: string): string | null {
  return /(?:\/([a-z]{2})\.po|\.([a-z]{2})\.ts)$/.exec(path)?.slice(1).find(Boolean) ?? null
}

function inLanguage(path: string, language: string): string {
  return path
    .replace(`/${EXAMPLE}.po`, `/${language}.po`)
    .replace(`.${EXAMPLE}.ts`, `.${language}.ts`)
}
