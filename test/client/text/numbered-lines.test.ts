import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../client/text/paste/read-html.ts'
import { readPlain } from '../../../client/text/paste/read-plain.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'

/** Each list as its numbers, each paragraph as its words. */
const numbers = (text: RichText) =>
  text.map((block) => {
    if (block.type !== 'orderedList') return plainText([block])
    return block.items.map((_, index) => block.start + index)
  })
const plain = (words: string) => numbers(readPlain(words).text)
const html = (words: string) => numbers(readHtml(words).text)

const word = (marker: string, level = 1) =>
  `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'>` +
  `<span style='mso-list:Ignore'>${marker}</span>ord</p>`
const fromWord = (...markers: readonly string[]) => html(markers.map((each) => word(each)).join(''))

describe('lines of plain text that begin with numbers', () => {
  it('are dates when the numbers jump', () => {
    expect(plain('12. mars er det møte\n15. april er fristen')).toEqual([
      '12. mars er det møte',
      '15. april er fristen',
    ])
  })

  it('keep numbers that are left out', () => {
    expect(plain('1. a\n3. c\n7. g')).toEqual(['1. a', '3. c', '7. g'])
    expect(plain('1. a\n2. b\n7. g')).toEqual([[1, 2], '7. g'])
  })

  it('are a list from whatever number the row begins at', () => {
    expect(plain('4. d\n5. e\n6. f')).toEqual([[4, 5, 6]])
  })

  it('are a list with the items under them', () => {
    expect(plain('1. a\n  - x\n  - y\n2. b')).toEqual([[1, 2]])
    expect(readPlain('1. a\n  - x').text[0]?.type).toBe('orderedList')
  })
})

describe('numbered items of pasted HTML', () => {
  it('begin anew where Word begins anew', () => {
    expect(fromWord('1.', '2.', '1.')).toEqual([[1, 2], [1]])
  })

  it('count on with letters, Roman numbers and numbers within numbers', () => {
    expect(fromWord('g.', 'h.', 'i.', 'j.')).toEqual([[7, 8, 9, 10]])
    expect(fromWord('iv.', 'v.', 'vi.')).toEqual([[4, 5, 6]])
    expect(fromWord('1.1.', '1.2.', '1.3')).toEqual([[1, 2, 3]])
  })

  it('have the number that their list or they themselves say', () => {
    expect(html('<ol start=3><li>a<li>b</ol>')).toEqual([[3, 4]])
    expect(html('<ol><li>a<li value=5>e<li>f</ol>')).toEqual([[1], [5, 6]])
    expect(html('<ol><li>a<li><li>c</ol>')).toEqual([[1], [3]])
  })
})

describe('a heading of Markdown', () => {
  it('keeps the hash that belongs to its last word, not those that close it', () => {
    const { text } = readPlain('## Vi lærer C#\n\nog **mer**\n\n## Slutt ##')

    expect(plainText(text)).toContain('Vi lærer C#\n')
    expect(plainText(text)).not.toContain('Slutt #')
  })
})
