import { expect, it } from 'vitest'
import { initialsOf } from '../../../client/ui/initials.ts'

it.each([
  ['Elle Márjá Lund', 'EL'],
  ['Anne-Grete Moen', 'AM'],
  ['øystein', 'Ø'],
  ['elevrådet', 'E'],
  ['  Bilal   Chaudhry ', 'BC'],
  ['5A', '5'],
  ['…', '?'],
  ['', '?'],
])('%j has the initials %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
