import { expect, it } from 'vitest'
import { Hues } from '../../../server/sync/hues.ts'
import type { UserId } from '../../../shared/ids.ts'

const [kari, ola, per] = ['kari', 'ola', 'per'] as UserId[] as [UserId, UserId, UserId]

it('[A1] gives each their own hue while nobody has it', () => {
  const hues = new Hues()

  expect(hues.hueOf(kari, 3, new Set())).toBe(3)
  expect(hues.hueOf(ola, 5, new Set([kari]))).toBe(5)
})

it('[A1] gives the later of two a free one, and keeps it', () => {
  const hues = new Hues()
  hues.hueOf(kari, 3, new Set())

  expect(hues.hueOf(ola, 3, new Set([kari]))).toBe(1)
  // Kari leaves, Ola reconnects: nothing changes for those who see him.
  expect(hues.hueOf(ola, 3, new Set())).toBe(1)
  expect(hues.hueOf(kari, 3, new Set([ola]))).toBe(3)
})

it('[A1] gives a hue of someone who has left before two share one', () => {
  const hues = new Hues()
  const six = Array.from({ length: 6 }, (_, index) => `teacher${index}` as UserId)
  for (const each of six) hues.hueOf(each, 1, new Set(six))

  expect(hues.hueOf(kari, 1, new Set(six.slice(1)))).toBe(1)
  expect(hues.hueOf(ola, 2, new Set([...six.slice(1), kari]))).toBe(2)
  expect(hues.hueOf(per, 4, new Set([...six.slice(2), kari]))).toBe(2)
})

it('gives whoever comes back their hue, but not one that someone here has got meanwhile', () => {
  const hues = new Hues()
  const six = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'] as UserId[]
  six.forEach((id, index) => hues.hueOf(id, 1, new Set(six.slice(0, index))))
  const late = 'p7' as UserId
  const taken = hues.hueOf(late, 1, new Set(six.slice(1)))

  const back = hues.hueOf('p1' as UserId, 1, new Set([late]))

  expect(taken).toBe(1)
  expect(back).not.toBe(1)
  expect(hues.hueOf('p1' as UserId, 1, new Set([late, 'p1' as UserId]))).toBe(back)
})

it('never changes the hue of someone who is here, though a better one came free', () => {
  const hues = new Hues()
  const seven = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'] as UserId[]
  const given = seven.map((id, index) => hues.hueOf(id, 1, new Set(seven.slice(0, index))))

  const later = hues.hueOf('p7' as UserId, 1, new Set(['p1', 'p7'] as UserId[]))

  expect(later).toBe(given[6])
})
