import { expect, it } from 'vitest'
import { APART, MAIN, PARTS, partsOf } from '../../../shared/words/parts.ts'
import { readEntries } from '../../../shared/words/translators-file.ts'
import { sourceFiles } from '../../support/source-files.ts'

it('words of a page that has them apart come with it, all others at the start', () => {
  expect(partsOf({ places: ['client/sign-in/sign-in-page.tsx'] })).toEqual(['sign-in'])
  expect(partsOf({ places: ['client/plan/plan-bar.tsx'] })).toEqual([MAIN])
  expect(partsOf({ places: ['client/home.tsx'] })).toEqual([MAIN])
})

it('words of two such pages come with both, and once when all have them anyway', () => {
  const both = ['client/school/people-page.tsx', 'client/account/my-name.tsx']

  expect(partsOf({ places: both })).toEqual(['school', 'account'])
  expect(partsOf({ places: [...both, 'client/plan/plan-bar.tsx'] })).toEqual([MAIN])
})

it('words of the server and the template go to no browser', () => {
  expect(partsOf({ places: ['server/words/server-words.en.ts'] })).toEqual([])
  expect(partsOf({ places: ['shared/templates/etwinning-school-v1.en.ts'] })).toEqual([])
})

it('every sentence of the pages is in a part, and no part is empty', () => {
  const parts = readEntries('en').map((entry) => [entry.kind, partsOf(entry)] as const)

  expect(parts.filter(([kind, of]) => (kind === 'pages') !== of.length > 0)).toEqual([])
  expect([...new Set(parts.flatMap(([, of]) => of))].sort()).toEqual([...PARTS].sort())
})

it('the folders apart are those whose words somebody loads', () => {
  const loaded = sourceFiles('client').flatMap(({ text }) =>
    [...text.matchAll(/(?:loadWordsOf|withWords)\('([a-z-]+)'/g)].map(([, folder]) => folder),
  )

  expect([...new Set(loaded)].sort()).toEqual([...APART].sort())
})
