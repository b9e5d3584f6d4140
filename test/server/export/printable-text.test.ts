import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coveredCharacters } from '../../../server/export/font-coverage.ts'
import { fontFamilies } from '../../../server/export/font-files.ts'
import { createPrinter } from '../../../server/export/printable-text.ts'

const letters = (text: string) => new Set(Array.from(text, (letter) => letter.codePointAt(0)!))

describe('printable text', () => {
  it('stays as it is when a font has all of it', () => {
    const printer = createPrinter([letters('abc '), letters('Ω')])

    expect(printer.print('ab Ω c')).toBe('ab Ω c')
    expect(printer.unprinted).toBe(0)
  })

  it('has one box for what a reader counts as one character', () => {
    const printer = createPrinter([letters('ab □')])

    expect(printer.print('a 👩‍👩‍👧‍👦 b 🇳🇴')).toBe('a □ b □')
    expect(printer.unprinted).toBe(2)
  })

  it('never takes a letter from one font and its accent from another', () => {
    const printer = createPrinter([letters('q□'), letters('\u0301')])

    expect(printer.print('q\u0301')).toBe('□')
  })

  it('is on one line, in normal form, without controls and overrides', () => {
    const printer = createPrinter([letters('abé ')])

    expect(printer.print('a\r\nb\u2028a\t\u202eb\u0000\ufeffe\u0301')).toBe('a b a bé')
    expect(printer.unprinted).toBe(0)
  })

  it('has places to break a word that is longer than a line, unless it is an address', () => {
    const printer = createPrinter([letters('ahtps:/.')])
    const address = `https://${'a'.repeat(60)}`

    expect(printer.print('a'.repeat(45))).toBe(`${'aaaaaaaaaa\u200b'.repeat(4)}aaaaa`)
    expect(printer.print('a'.repeat(40))).toBe('a'.repeat(40))
    expect(printer.print(address)).toBe(address)
  })

  it('drops invisible marks that no font has, and counts none of them', () => {
    const printer = createPrinter([letters('ab')])

    expect(printer.print('a\u200eb\u00ad\ufe0f')).toBe('ab')
    expect(printer.unprinted).toBe(0)
  })
})

describe('the fonts', () => {
  it.each([
    ['Literata', 'æøåÆØÅčđŋšŧžΑωἄЖїґ□–«»', 'ש你😀'],
    ['Amiri', 'ابتثلآﷺ\u200c\u200d', 'ἄ你'],
    ['Noto Sans Armenian', 'Ճան', 'ქ'],
    ['Noto Sans Georgian', 'ქარ', 'Ճ'],
    ['Noto Sans Symbols 2', '✓✔☑', 'ж'],
    ['Noto Emoji', '😀👩\u200d', 'æ'],
  ])('%s has %s and lacks %s, in every cut', (family, has, lacks) => {
    const { files } = fontFamilies().find((one) => one.family === family)!

    for (const file of files) {
      const covered = coveredCharacters(readFileSync(file))
      expect([...letters(has)].filter((point) => !covered.has(point))).toEqual([])
      expect([...letters(lacks)].filter((point) => covered.has(point))).toEqual([])
    }
  })

  it('without a cmap is a bug, not an empty font', () => {
    expect(() => coveredCharacters(Buffer.from('00010000000000000000000000000000', 'hex'))).toThrow(
      'without a cmap',
    )
  })
})
