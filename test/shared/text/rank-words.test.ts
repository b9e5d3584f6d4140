import { expect, it } from 'vitest'
import { rankWords } from '../../../shared/text/rank-words.ts'

const ITEMS = [
  { words: 'Liten overskrift', also: 'h4' },
  { words: 'Overskrift', also: 'heading' },
  { words: 'Øvelse i å lese' },
  { words: 'Punktliste', also: 'bullet' },
]
const found = (search: string) => rankWords(ITEMS, search).map(({ words }) => words)

it('puts what begins with the words before what only has them', () => {
  expect(found('over')).toEqual(['Overskrift', 'Liten overskrift'])
})

it('knows other words, letters without accents, and words in any order', () => {
  expect(found('bull')).toEqual(['Punktliste'])
  expect(found('ovelse')).toEqual(['Øvelse i å lese'])
  expect(found('lese øv')).toEqual(['Øvelse i å lese'])
})

it('leaves out what has only some of the words', () => {
  expect(found('liten ting')).toEqual([])
})

it('keeps everything in its order when nothing is typed', () => {
  expect(found(' ')).toEqual(ITEMS.map(({ words }) => words))
})
