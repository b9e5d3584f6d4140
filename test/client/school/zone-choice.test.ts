import { expect, it } from 'vitest'
import { zoneChoices } from '../../../client/school/zone-choice.tsx'
import { rankWords } from '../../../shared/text/rank-words.ts'

const found = (typed: string) => rankWords(zoneChoices('Europe/Oslo'), typed)[0]?.value

it('a time zone is found by its city, whatever the case and accents', () => {
  expect(found('oslo')).toBe('Europe/Oslo')
  expect(found('new york')).toBe('America/New_York')
  expect(found('HELSINKÍ')).toBe('Europe/Helsinki')
})

it('the school keeps a zone that this browser does not name', () => {
  const [first] = zoneChoices('Europe/Nowhere')

  expect(first).toEqual({ value: 'Europe/Nowhere', words: 'Nowhere (Europe)' })
  expect(zoneChoices('Europe/Oslo').filter(({ value }) => value === 'Europe/Oslo')).toHaveLength(1)
})
