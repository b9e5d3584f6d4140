import { describe, expect, it } from 'vitest'
import { rankWords } from '../../../shared/text/rank-words.ts'
import { findFolded, foldText, foldWithOrigins } from '../../../shared/text/fold-text.ts'

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
