import { expect, it } from 'vitest'
import { matchesName } from '../../../client/actions/matches-name.ts'

it.each([
  ['Elle Márjá Lund', 'marj'],
  ['Elle Márjá Lund', 'lu'],
  ['Elle Márjá Lund', 'elle m'],
  ['Anne-Grete Moen', 'gre'],
  ['Håkon Lie', 'HÅK'],
  ['Håkon Lie', ''],
])('%j is found by %j', (name, typed) => {
  expect(matchesName(name, typed)).toBe(true)
})

it.each([
  ['Elle Márjá Lund', 'und'],
  ['Håkon Lie', 'marit'],
])('%j is not found by %j', (name, typed) => {
  expect(matchesName(name, typed)).toBe(false)
})
