import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textMarkdown } from '../../../server/export/markdown-text.ts'
import type { Block, Inline, Mark, RichText } from '../../../shared/text/rich-text.ts'
import { arbitraryRichText } from '../../support/arbitrary-rich-text.ts'
import { shapeOfMarkdown, shapeOfText, wordsOfShape } from '../../support/markdown-shape.ts'
import { propertyRuns } from '../../support/property-runs.ts'

describe('any text', () => {
  it('is read back by a CommonMark parser: every block, word and mark, and nothing more', () => {
    fc.assert(
      fc.property(arbitraryRichText.map(withoutStrike), (text) => {
        const markdown = textMarkdown(text, 3)

        expect(shapeOfMarkdown(markdown)).toEqual(shapeOfText(text, 3))
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('keeps all its words in order, struck-out ones too', () => {
    fc.assert(
      fc.property(arbitraryRichText, (text) => {
        const markdown = textMarkdown(text, 3)

        expect(wordsOfShape(shapeOfMarkdown(markdown))).toBe(wordsOfShape(shapeOfText(text, 3)))
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})

describe('what starts a line', () => {
  it.each([
    ['# tittel', '\\# tittel'],
    ['- punkt', '\\- punkt'],
    ['+ punkt', '\\+ punkt'],
    ['* punkt', '\\* punkt'],
    ['1. mars', '1\\. mars'],
    ['17) mai', '17\\) mai'],
    ['> sitat', '\\> sitat'],
    ['===', '\\==='],
    ['---', '\\---'],
    ['| a | b |', '\\| a \\| b \\|'],
    ['~~~', '\\~\\~\\~'],
    ['```', '\\`\\`\\`'],
    ['    kode', 'kode'],
    ['2026 var fint', '2026 var fint'],
    ['1.–4. trinn', '1\\.–4. trinn'],
  ])('%j is written %j', (words, markdown) => {
    expect(textMarkdown([paragraph(words)], 3)).toBe(markdown)
  })

  it('is also escaped behind a hard break', () => {
    const text: RichText = [
      { type: 'paragraph', content: [run('Frist'), { type: 'hardBreak' }, run('1. mars')] },
    ]

    expect(textMarkdown(text, 3)).toBe('Frist\\\n1\\. mars')
  })
})

describe('inside a line', () => {
  it.each([
    ['a*b*c', 'a\\*b\\*c'],
    ['fil_navn', 'fil\\_navn'],
    ['<b>fet</b>', '\\<b>fet\\</b>'],
    ['&nbsp; & co', '\\&nbsp; & co'],
    ['[her](javascript:alert(1))', '\\[her\\](javascript:alert(1))'],
    ['![bilde](x)', '\\!\\[bilde\\](x)'],
    ['Bra!', 'Bra\\!'],
    ['C:\\mappe', 'C:\\\\mappe'],
  ])('%j is written %j', (words, markdown) => {
    expect(textMarkdown([paragraph(words)], 3)).toBe(markdown)
  })
})

describe('marks', () => {
  it('become emphasis, code and links; underline and language are words only', () => {
    const text: RichText = [
      {
        type: 'paragraph',
        content: [
          run('fet', { type: 'bold' }),
          run(' '),
          run('kursiv', { type: 'italic' }),
          run(' '),
          run('strøket', { type: 'strike' }),
          run(' '),
          run('a`b', { type: 'code' }),
          run(' '),
          run('under', { type: 'underline' }),
          run(' '),
          run('giitu', { type: 'lang', lang: 'se' }),
          run(' '),
          run('lenke', { type: 'link', href: 'https://a.example/(b)' }),
        ],
      },
    ]

    expect(textMarkdown(text, 3)).toBe(
      '**fet** _kursiv_ ~~strøket~~ ``a`b`` under giitu [lenke](<https://a.example/(b)>)',
    )
  })

  it('leave their space outside', () => {
    const text: RichText = [
      { type: 'paragraph', content: [run('Et '), run(' mandat. ', { type: 'bold' }), run('Ja')] },
    ]

    expect(textMarkdown(text, 3)).toBe('Et  **mandat.** Ja')
  })

  it('cannot make a paragraph vanish as the definition of a link', () => {
    const link: Mark = { type: 'link', href: 'https://a.example' }
    const text: RichText = [{ type: 'paragraph', content: [run(']:', { type: 'code' }, link)] }]

    const markdown = textMarkdown(text, 3)

    expect(markdown).toBe('[`]:`](https://a.example "")')
    expect(shapeOfMarkdown(markdown)).toEqual(shapeOfText(text, 3))
  })

  it('in the middle of a word turn the letters beside them into references', () => {
    const text: RichText = [
      {
        type: 'paragraph',
        content: [run('sam'), run('arbeid', { type: 'italic' }), run('et')],
      },
    ]

    expect(textMarkdown(text, 3)).toBe('sa&#109;_arbeid_&#101;t')
  })
})

describe('blocks', () => {
  it('are lists, checklists, quotes and headings below the one they stand under', () => {
    const text: RichText = [
      { type: 'heading', level: 4, content: [run('Liten')] },
      { type: 'heading', level: 3, content: [run('Stor')] },
      { type: 'heading', level: 4, content: [run('Liten igjen #')] },
      {
        type: 'bulletList',
        items: [
          [paragraph('én'), { type: 'orderedList', start: 3, items: [[paragraph('tre')]] }],
          [paragraph('to')],
        ],
      },
      {
        type: 'taskList',
        items: [
          { checked: true, content: [paragraph('gjort')] },
          { checked: false, content: [paragraph('ikke')] },
        ],
      },
      { type: 'callout', content: [paragraph('Husk'), paragraph('dette')] },
    ]

    expect(textMarkdown(text, 3)).toBe(
      [
        '#### Liten',
        '#### Stor',
        '##### Liten igjen \\#',
        '- én\n\n  3. tre\n\n- to',
        '* [x] gjort\n* [ ] ikke',
        '> Husk\n>\n> dette',
      ].join('\n\n'),
    )
  })

  it('without words are left out', () => {
    const text: RichText = [
      { type: 'bulletList', items: [[{ type: 'bulletList', items: [[]] }]] },
      paragraph('   '),
      { type: 'heading', level: 3, content: [] },
    ]

    expect(textMarkdown(text, 3)).toBe('')
  })
})

function run(text: string, ...marks: readonly Mark[]): Inline {
  return { type: 'text', text, marks }
}

function paragraph(words: string): Block {
  return { type: 'paragraph', content: [run(words)] }
}

/** Struck-out words are GitHub's, and CommonMark leaves their tildes as characters. */
function withoutStrike(text: RichText): RichText {
  return JSON.parse(
    JSON.stringify(text, (_key, value: unknown) =>
      Array.isArray(value)
        ? value.filter((mark: { type?: string }) => mark.type !== 'strike')
        : value,
    ),
  ) as RichText
}
