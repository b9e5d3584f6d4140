import { expect, it } from 'vitest'
import { isSeen } from '../../../shared/text/is-seen.ts'

it.each(['A', 'ø', '漢', '7', '🚲', 'ـ', '👩‍🏫', ' x ', '#'])('%j is seen', (text) => {
  expect(isSeen(text)).toBe(true)
})

it.each(['', ' ', '\u00a0', '\u200b', '\u2060\ufeff', '\u3164', '\uffa0', '\u2800', '\u0301'])(
  '%j is not',
  (text) => {
    expect(isSeen(text)).toBe(false)
  },
)
