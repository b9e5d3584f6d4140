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
