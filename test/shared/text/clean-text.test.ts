import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanText } from '../../../shared/text/clean-text.ts'
import { propertyRuns } from '../../support/property-runs.ts'

it('takes away what no reader sees, and joins letters with their accents', () => {
  expect(cleanText('a\u0000b\u202ec\ud800')).toBe('abc\ufffd')
  expect(cleanText('a\r\nb')).toBe('a b')
  expect(cleanText('A\u030a')).toBe('Å')
})

it('leaves what is clean as it is, and never has more to do a second time', () => {
  const character = fc.oneof(
    fc.integer({ min: 0, max: 0x206f }).map((code) => String.fromCharCode(code)),
    fc.string({ unit: 'grapheme', maxLength: 2 }),
  )
  fc.assert(
    fc.property(fc.array(character, { maxLength: 8 }), (characters) => {
      const text = characters.join('')
      const cleaned = cleanText(text)

      expect(cleaned).toBe(cleaned.normalize('NFC').toWellFormed())
      expect(cleaned).not.toMatch(
        // oxlint-disable-next-line no-control-regex -- what must be gone
        /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/,
      )
      expect(cleanText(cleaned)).toBe(cleaned)
    }),
    { numRuns: propertyRuns(2000) },
  )
})
