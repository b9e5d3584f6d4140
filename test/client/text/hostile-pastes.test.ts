import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../client/text/paste/read-html.ts'
import { readPlain } from '../../../client/text/paste/read-plain.ts'
import { findAddresses, onlyAddress } from '../../../client/text/web-addresses.ts'

/**
 * What grows with the square of the length takes minutes at this size: the runner's own
 * limit ends it. Nothing here measures.
 */
const MANY = 100_000
/** The elements that jsdom makes are slower than a browser's. */
const HTML_LIMIT_MS = 30_000

const found = (words: string) => findAddresses(words).map(({ from, to }) => words.slice(from, to))

describe('a long row of the same', () => {
  it.each([
    ['stops behind an address', `https://a.no/${'.'.repeat(MANY)}x`],
    ['brackets behind an address', `https://a.no/${')'.repeat(MANY)}`],
    ['stops in a mail address', `mailto:a@${'.'.repeat(MANY)}@x`],
    ['addresses', 'https://a.no/ '.repeat(MANY / 10)],
    ['square brackets', `# a\n\n**b** ${'['.repeat(MANY)}`],
    ['links that never close', `# a\n\n**b** ${'[a]('.repeat(MANY / 4)}`],
    ['hashes', `# a\n\n**b**\n\n# ${'#'.repeat(MANY)}x`],
    ['blanks', `# a\n\n**b**\n\n# b${' '.repeat(MANY)}x`],
    ['blanks in a line', `a${' '.repeat(MANY)}x`],
    ['items', '- a\n'.repeat(MANY / 10)],
    ['items further and further in', `${'  '.repeat(8)}- a\n- b\n`.repeat(MANY / 20)],
    ['numbers', '1. a\n2. b\n'.repeat(MANY / 20)],
    ['quotes and tabs', `a\tb\n${'"a\t'.repeat(MANY / 4)}\n`],
  ])('of %s is read soon', (_what, words) => {
    expect(readPlain(words).text).not.toEqual([])
    findAddresses(words)
    onlyAddress(words)
  })

  it.each([
    ['no-break spaces', `<p>a${'&nbsp;'.repeat(MANY)}x</p>`],
    ['lines', `<pre>${'a\n'.repeat(MANY / 4)}</pre>`],
    ['items that begin anew', `<ol>${'<li value=1>a'.repeat(MANY / 20)}</ol>`],
    [
      'merged cells',
      `<table>${`<tr>${'<td rowspan=300 colspan=60>a'.repeat(60)}`.repeat(300)}</table>`,
    ],
    [
      'merged cells that hold much',
      `<table><tr><td rowspan=200>${'<p>a'.repeat(5000)}<td>b${'<tr><td>c'.repeat(200)}</table>`,
    ],
  ])(
    'of %s is read soon',
    (_what, html) => {
      expect(readHtml(html).text).not.toEqual([])
    },
    HTML_LIMIT_MS,
  )
})

describe('an address', () => {
  it('ends before the stops and brackets of its sentence, and keeps its own brackets', () => {
    expect(found('(se https://a.no/b_(c)).')).toEqual(['https://a.no/b_(c)'])
    expect(found(`https://a.no/${')'.repeat(20_000)}`)).toEqual(['https://a.no/'])
    expect(found('[https://a.no/b].')).toEqual(['https://a.no/b'])
  })
})
