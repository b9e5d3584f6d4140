import { expect, it } from 'vitest'
import { typedLine } from '../../../server/people/typed-line.ts'
import { nameKey } from '../../../server/pupils/pupil-name.ts'

it('is the same name with something in it that nobody sees', () => {
  for (const name of ['Kari\u200B Nordmann', 'Ka\u00ADri nordmann', 'KARI\u2060NORDMANN\uFE0F']) {
    expect(nameKey(name)).toBe(nameKey('Kari Nordmann'))
  }
})

it('is none when there is nothing to see', () => {
  expect(() => typedLine('\u200B\u00AD')).toThrow(/bad-request/)
})
