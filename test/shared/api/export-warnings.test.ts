import { describe, expect, it } from 'vitest'
import { NO_WARNINGS, readWarnings, writeWarnings } from '../../../shared/api/export-warnings.ts'

describe('warnings of an exported file', () => {
  it.each([
    [{ unprinted: 3, unclaimed: false }, 'unprinted=3'],
    [{ unprinted: 0, unclaimed: true }, 'unclaimed'],
    [{ unprinted: 12, unclaimed: true }, 'unprinted=12, unclaimed'],
  ])('%j goes as %s and comes back', (warnings, value) => {
    expect(writeWarnings(warnings)).toBe(value)
    expect(readWarnings(value)).toEqual(warnings)
  })

  it('are no header when all is well', () => {
    expect(writeWarnings(NO_WARNINGS)).toBeNull()
    expect(readWarnings(null)).toEqual(NO_WARNINGS)
  })

  it('that a newer server adds are left out', () => {
    expect(readWarnings('narrow, unprinted=2, unprinted=x')).toEqual({
      unprinted: 2,
      unclaimed: false,
    })
  })
})
