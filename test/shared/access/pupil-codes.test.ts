import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  CODE_LETTERS,
  createJoinCode,
  createReturnCode,
  readJoinCode,
  readReturnCode,
  showReturnCode,
} from '../../../shared/access/pupil-codes.ts'

describe('codes of pupils', () => {
  it('are made of letters that nobody mixes up, each as likely as the others', () => {
    const counts = new Map<string, number>()
    for (let index = 0; index < 3000; index += 1) {
      for (const letter of createJoinCode(randomBytes))
        counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }

    expect([...counts.keys()].sort().join('')).toBe(CODE_LETTERS)
    expect(CODE_LETTERS).not.toMatch(/[AEIOUYCQ0-9]/)
    // 1000 of each are expected; seven times the spread that chance gives.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(220)
  })

  it('leave out bytes that would make some letters likelier', () => {
    const bytes = [255, 254, 253, 252, 251, 0, 1, 2, 3, 4]

    expect(createJoinCode((count) => Uint8Array.from(bytes.splice(0, count)))).toBe('ZBDFGH')
  })

  it.each([
    ['bdfghj', 'BDFGHJ'],
    [' BDF GHJ ', 'BDFGHJ'],
    ['bdf-ghj', 'BDFGHJ'],
    ['8DF6HJ', 'BDFGHJ'],
    ['1IUC25', 'LLVGZS'],
  ])('typed as %j are read as %j', (typed, code) => {
    expect(readJoinCode(typed)).toBe(code)
  })

  it.each(['', 'BDFGH', 'BDFGHJK', 'ÆØÅBDF', 'BDFGHA', '𝔹𝔻𝔽𝔾ℍ𝕁', '<script>'])(
    'typed as %j are none',
    (typed) => {
      expect(readJoinCode(typed)).toBeNull()
    },
  )

  it('that bring back are shown in groups, and read as they are shown', () => {
    const code = createReturnCode(randomBytes)

    expect(showReturnCode(code)).toMatch(/^(?:[A-Z]{4}-){3}[A-Z]{4}$/)
    expect(readReturnCode(showReturnCode(code))).toBe(code)
    expect(readReturnCode(code.slice(1))).toBeNull()
  })
})
