import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, languageTraits } from '../../../shared/languages.ts'
import { catalogOf, FOLDER, pluralsOf, slotsOf } from '../../support/catalogs.ts'

const english = catalogOf('en')

it('every language has a catalog, and every catalog is of a language', () => {
  const catalogs = readdirSync(FOLDER).filter((name) => name.endsWith('.po'))

  expect(catalogs.sort()).toEqual(LANGUAGES.map((language) => `${language}.po`).sort())
  expect(english.size).toBeGreaterThan(200)
})

describe.each(LANGUAGES)('the words of the interface in %s', (language) => {
  const words = catalogOf(language)
  const forms = new Intl.PluralRules(languageTraits(language).locale).resolvedOptions()
    .pluralCategories

  it('are the same messages as in English', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('are all there', () => {
    expect([...words].filter(([, said]) => said.trim() === '').map(([id]) => id)).toEqual([])
  })

  it('keep what is filled in, and every tag', () => {
    const different = [...words].filter(([id, said]) => slotsOf(id).join() !== slotsOf(said).join())

    expect(different).toEqual([])
  })

  it('have every form that the language has of a plural, wherever English has one', () => {
    const lost = [...words].filter(([id, said]) => pluralsOf(said).length < pluralsOf(id).length)
    const poor = [...words].filter(([, said]) =>
      pluralsOf(said).some((plural) => forms.some((form) => !plural.includes(form))),
    )

    expect(lost).toEqual([])
    expect(poor).toEqual([])
  })
})

describe.each(['nb', 'nn'] as const)('%s', (language) => {
  it('never says a forbidden word', () => {
    const forbidden = /aksjon|evidens|deadline|synkroniser|\beier\b|\beigar\b/i

    expect([...catalogOf(language).values()].filter((said) => forbidden.test(said))).toEqual([])
  })
})
