import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readText } from '../../../shared/plan/read-text.ts'
import type { Inline, RichText } from '../../../shared/text/rich-text.ts'

type Child = Y.XmlElement | Y.XmlText

describe('blocks', () => {
  it('[P14] only blank paragraphs are an empty text; with words they keep their place', () => {
    expect(read(element('paragraph'), element('paragraph'))).toEqual([])
    expect(read(element('paragraph'), element('paragraph', {}, 'ord'))).toEqual([
      { type: 'paragraph', content: [] },
      paragraph('ord'),
    ])
  })

  it.each([
    [3, 3],
    [4, 4],
    ['4', 4],
    [1, 3],
    [17, 4],
    [undefined, 3],
    [{ valueOf: 1, toString: 1 }, 3],
  ])('[P10] a heading of level %j has level %j', (level, expected) => {
    expect(read(element('heading', { level }, 'ord'))).toMatchObject([{ level: expected }])
  })

  it.each([
    [0, 0],
    [7, 7],
    ['12', 12],
    [-1, 1],
    [1.5, 1],
    [1e9, 1],
    ['', 1],
    [null, 1],
    [[5], 1],
  ])('[P10] a list that starts at %j starts at %j', (start, expected) => {
    expect(read(element('orderedList', { start }))).toEqual([
      { type: 'orderedList', start: expected, items: [] },
    ])
  })

  it('[P10] a task is ticked only by true', () => {
    const item = (checked: unknown) =>
      element('taskItem', { checked }, element('paragraph', {}, 'a'))

    expect(read(element('taskList', {}, item(true), item('true'), item(1)))).toMatchObject([
      { items: [{ checked: true }, { checked: false }, { checked: false }] },
    ])
  })
})

describe('[P15] words are kept', () => {
  it('of unknown elements, as a paragraph, each cell on its own line', () => {
    const cell = (words: string) => element('tableCell', {}, element('paragraph', {}, words))
    const table = element('table', {}, element('tableRow', {}, cell('mål'), cell('frist')))

    expect(read(table)).toEqual([
      { type: 'paragraph', content: [run('mål'), { type: 'hardBreak' }, run('frist')] },
    ])
  })

  it('outside of any paragraph', () => {
    expect(read(new Y.XmlText('løst'), element('paragraph', {}, 'fast'))).toEqual([
      paragraph('løst'),
      paragraph('fast'),
    ])
  })

  it('of items outside a list, and of other things inside one', () => {
    expect(read(element('listItem', {}, element('paragraph', {}, 'a')))).toEqual([paragraph('a')])
    expect(read(element('bulletList', {}, element('paragraph', {}, 'b')))).toEqual([
      { type: 'bulletList', items: [[paragraph('b')]] },
    ])
  })

  it('below the deepest nesting, lifted up to it', () => {
    const deep = Array.from({ length: 12 }).reduce<Child>(
      (inner) => element('blockquote', {}, inner),
      element('paragraph', {}, 'innerst'),
    )

    const { text, repairs } = readAndHear([deep])

    const wrapped = Array.from({ length: 8 }).reduce<RichText>(
      (content) => [{ type: 'blockquote', content }],
      [paragraph('innerst')],
    )
    expect(text).toEqual(wrapped)
    expect(repairs).toContain('nested too deep')
  })
})

describe('[P16] marks', () => {
  it('that are unknown vanish; unsafe links and languages that are no tags become words', () => {
    const text = new Y.XmlText()
    text.insert(0, 'a', { blink: {}, link: { href: 'javascript:alert(1)' }, lang: { lang: 'x"' } })

    expect(read(element('paragraph', {}, text))).toEqual([paragraph('a')])
  })

  it('that are safe keep only what is theirs', () => {
    const text = new Y.XmlText()
    text.insert(0, 'a', {
      link: { href: ' https://a.example ', target: '_blank', onclick: 'x' },
      lang: { lang: 'nb-NO' },
      bold: { x: 1 },
    })

    expect(read(element('paragraph', {}, text))).toEqual([
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'a',
            marks: [
              { type: 'bold' },
              { type: 'lang', lang: 'nb-NO' },
              { type: 'link', href: 'https://a.example' },
            ],
          },
        ],
      },
    ])
  })
})

describe('[P17] one reading', () => {
  it('of words typed letter by letter, in pieces or at once', () => {
    const atOnce = new Y.XmlText('Ærlig é')
    const typed = new Y.Doc().getXmlFragment('text')
    typed.insert(0, [element('paragraph', {}, new Y.XmlText())])
    const byLetter = (typed.get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (const letter of ['Æ', 'rlig', ' ', 'e', '\u0301']) byLetter.insert(byLetter.length, letter)
    const inPieces = [new Y.XmlText('Ærl'), new Y.XmlText('ig e'), new Y.XmlText('\u0301')]

    const expected = [paragraph('Ærlig é')]
    expect(read(element('paragraph', {}, atOnce))).toEqual(expected)
    expect(readText(typed)).toEqual(expected)
    expect(read(element('paragraph', {}, ...inPieces))).toEqual(expected)
  })

  it('of marks set at once, one after the other, or in two halves', () => {
    const atOnce = new Y.XmlText()
    atOnce.insert(0, 'fet', { italic: {}, bold: {} })
    const inSteps = new Y.XmlText('fet')
    inSteps.format(0, 3, { bold: {} })
    inSteps.format(0, 3, { italic: {} })
    const inHalves = new Y.XmlText('fet')
    inHalves.format(0, 1, { bold: {}, italic: {} })
    inHalves.format(1, 2, { italic: {}, bold: {} })

    const [first, ...others] = [atOnce, inSteps, inHalves].map((text) =>
      read(element('paragraph', {}, text)),
    )
    expect(others).toEqual([first, first])
  })

  it('without control characters, lone surrogates and overrides of direction', () => {
    expect(read(element('paragraph', {}, 'a\u0000b\u202ec\u2066d\r\n\u2028e\tf\ud800'))).toEqual([
      paragraph('abcd e\tf\ufffd'),
    ])
  })

  it('keeps emoji, Hebrew and Arabic with their joiners', () => {
    const words = '👩‍🏫 שלום \u200fعالم 🇳🇴'

    expect(read(element('paragraph', {}, words))).toEqual([paragraph(words)])
  })
})

describe('[P13] bounds', () => {
  it('reads 50 000 nodes of a text and no more', () => {
    const items = Array.from({ length: 60_000 }, () => new Y.XmlElement('listItem'))

    const { text, repairs } = readAndHear([element('bulletList', {}, ...items)])

    expect(text).toEqual([{ type: 'bulletList', items: Array.from({ length: 49_999 }, () => []) }])
    expect(repairs).toEqual(['too many nodes'])
  })
})

function read(...children: Child[]): RichText {
  return readAndHear(children).text
}

function readAndHear(children: Child[]): { text: RichText; repairs: string[] } {
  const doc = new Y.Doc()
  doc.getXmlFragment('text').insert(0, children)
  const repairs: string[] = []
  return { text: readText(doc.getXmlFragment('text'), (what) => repairs.push(what)), repairs }
}

function element(
  name: string,
  attributes: Record<string, unknown> = {},
  ...children: (Child | string)[]
): Y.XmlElement {
  const node = new Y.XmlElement<Record<string, never>>(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value as never)
  node.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)),
  )
  return node
}

function run(text: string): Inline {
  return { type: 'text', text, marks: [] }
}

function paragraph(text: string): RichText[number] {
  return { type: 'paragraph', content: [run(text)] }
}
