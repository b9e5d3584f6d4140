import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, languageTraits } from '../../../shared/languages.ts'
import { staleTrees } from '../../../shared/words/translated-trees.ts'
import { KINDS, readEntries, WORDS } from '../../../shared/words/translators-file.ts'
import { problemsOf } from '../../../shared/words/word-problems.ts'

const english = readEntries('en')

it('every language has one file, and every file is of a language', () => {
  const files = readdirSync(WORDS).filter((name) => name.endsWith('.po'))

  expect(files.sort()).toEqual(LANGUAGES.map((language) => `${language}.po`).sort())
})

it('a file holds the sentences of the pages, of the server and of the template', () => {
  const kinds = english.map(({ kind }) => kind)

  expect([...new Set(kinds)]).toEqual(KINDS)
  for (const kind of KINDS) expect(kinds.filter((one) => one === kind).length).toBeGreaterThan(100)
})

describe.each(LANGUAGES)('the words in %s', (language) => {
  it('are whole', () => {
    const { locale } = languageTraits(language)

    expect(problemsOf({ language, locale, entries: readEntries(language), english })).toEqual([])
  })
})

it('what the program reads of them is what they say', () => {
  expect(staleTrees().map(({ path }) => path)).toEqual([])
})

describe.each(['nb', 'nn'] as const)('%s', (language) => {
  it('never says a forbidden word', () => {
    const forbidden = /aksjon|evidens|deadline|synkroniser|\beier\b|\beigar\b/i
    const said = readEntries(language).map((entry) => entry.said)

    expect(said.filter((words) => forbidden.test(words))).toEqual([])
  })
})
