import { expect, it } from 'vitest'
import { shortName } from '../../../client/history/short-name.ts'

it('is the first name, and all of it where two have the first', () => {
  const names = ['Kari Nes', 'Kari Berg', 'Elle Márjá Lund']

  expect(names.map((name) => shortName(name, names))).toEqual(['Kari Nes', 'Kari Berg', 'Elle'])
  expect(shortName('Tern', [])).toBe('Tern')
})
