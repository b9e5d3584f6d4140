import { LocalizedStringDictionary } from '@internationalized/string'
import { beforeAll, expect, it } from 'vitest'
import { lendAriaWords } from '../../../client/words/aria-words.ts'

const dictionary = new LocalizedStringDictionary({
  'en-US': { today: 'Today' },
  'nb-NO': { today: 'I dag' },
})

beforeAll(lendAriaWords)

it('React Aria speaks bokmål to those who read nynorsk, never English', () => {
  expect(dictionary.getStringForLocale('today', 'nn-NO')).toBe('I dag')
})

it('leaves the other languages as they are', () => {
  expect(dictionary.getStringForLocale('today', 'nb-NO')).toBe('I dag')
  expect(dictionary.getStringForLocale('today', 'en-GB')).toBe('Today')
  expect(dictionary.getStringForLocale('today', 'fi-FI')).toBe('Today')
})
