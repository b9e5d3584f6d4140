import { describe, expect, it } from 'vitest'
import { cleanLines, typedText } from '../../../server/discuss/typed-text.ts'

describe('what is typed into a thread', () => {
  it('keeps its lines, of one kind, and no more than one empty line together', () => {
    expect(typedText('  En \r\nto\u2028tre\t\n\n\n\nfire\n')).toBe('En\nto\ntre\n\nfire')
  })

  it('loses what no reader sees', () => {
    expect(typedText('Ka\u0000ri \u202eedn\u202c og a\u030a')).toBe('Kari edn og å')
    expect(typedText('\ud800ja')).toBe('\ufffdja')
  })

  it('keeps the spaces at the ends of suggested words', () => {
    expect(cleanLines(' og \r')).toBe(' og \n')
  })

  it('must say something', () => {
    for (const nothing of ['', ' \n ', '\u200b', '\u202e\n']) {
      expect(() => typedText(nothing)).toThrow('bad-request')
    }
    expect(typedText('👍')).toBe('👍')
  })
})
