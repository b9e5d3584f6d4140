import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankWords } from '../../../shared/text/rank-words.ts'
import { findFolded, foldApart, foldText, foldWithOrigins } from '../../../shared/text/fold-text.ts'

describe('words as a search compares them', () => {
  it.each([
    ['ovelse', 'Øvelse'],
    ['oevelse', 'øvelse'],
    ['larer', 'lærer'],
    ['laerer', 'lærer'],
    ['ar', 'år'],
    ['aar', 'år'],
    ['haakon', 'Håkon'],
    ['e', 'é'],
    ['cáhppes', 'čáhppes'],
    ['strasse', 'Straße'],
    ['a b', 'a \n b'],
  ])('%s finds %s', (search, words) => {
    expect(foldText(words)).toContain(foldText(search))
  })

  it('are found at their place in the text as it was written', () => {
    const text = 'En å̊pen Øvelse, straße'

    const found = (search: string) => {
      const place = findFolded(foldWithOrigins(text), foldText(search))
      return place && text.slice(place.start, place.end)
    }

    expect(found('oevelse')).toBe('Øvelse')
    expect(found('strasse')).toBe('straße')
    expect(found('nowhere')).toBeNull()
    expect(found('')).toBeNull()
  })

  it('are found behind a word that they are joined to', () => {
    const text = 'Våre videoelever filmer'

    const place = findFolded(foldWithOrigins(text), foldText('elever'))

    expect(text.slice(place!.start, place!.end)).toBe('elever')
    expect(rankWords([{ words: text }], 'elever')).toHaveLength(1)
  })
})

it('folds a whole text as it folds letter by letter, with the way back', () => {
  const letter = constantFrom(
    ...'aeoåæøÅÆØsSßΣςσİıŁþ \n\u00a0é'.split(''),
    'e\u0301',
    '\u0308',
    '😀',
    'aa',
    'oe',
  )
  assert(
    property(array(oneof(letter, string({ unit: 'binary', maxLength: 2 }))), (letters) => {
      const text = letters.join('')
      const folded = foldWithOrigins(text)
      expect(foldText(text)).toBe(folded.folded)
      expect(foldApart(text)).toBe(folded.apart.folded)
    }),
    { numRuns: 2000 },
  )
})
