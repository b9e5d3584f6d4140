import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../client/text/paste/read-html.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import type { Block, Inline, RichText } from '../../../shared/text/rich-text.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

const fixture = (name: string) => readHtml(readFileSync(`test/fixtures/paste/${name}.html`, 'utf8'))

/** A text in a short form: '# heading', '- item', '*bold*', nested by blanks. */
const short = (text: RichText, indent = ''): string =>
  text.map((block) => shortBlock(block, indent)).join('\n')

describe('a paste from', () => {
  it.each([
    'word-desktop',
    'word-web',
    'google-docs',
    'excel',
    'google-sheets',
    'libreoffice',
    'newspaper',
    'outlook',
    'pages',
  ])('%s is a text of ours', (name) => {
    expect(short(fixture(name).text)).toBe(EXPECTED[name])
  })

  it('Word says that a picture was in it, Google Docs not that its checkboxes are some', () => {
    expect([fixture('word-desktop').pictures, fixture('google-docs').pictures]).toEqual([1, 0])
  })
})

describe('hostile and odd HTML', () => {
  it.each([
    ['a thousand elements within each other', '<div>'.repeat(1000) + 'ord' + '</div>'.repeat(1000)],
    [
      'spans that claim a million cells',
      '<table><tr><td rowspan=1000000 colspan=1000000>ord<td>x<tr><td>y</table>',
    ],
    ['a list in a list in a list', '<ul><li>'.repeat(300) + 'ord'],
    ['tags that never close', '<b><i><table><td><ul>ord<h1>'],
  ])('%s loses no word', (_what, html) => {
    expect(plainText(readHtml(html).text)).toContain('ord')
  })

  it('never makes a link that may not be one', () => {
    const { text } = readHtml('<a href="java\tscript:alert(1)">a</a><a href="/b">b</a>')

    expect(short(text)).toBe('ab')
  })

  it('has the headings of columns that wait to be filled', () => {
    const { text } = readHtml('<table><tr><th>Tiltak<th>Hvem<th>Når<tr><td>Kurs<td><td></table>')

    expect(short(text)).toBe('{bold|Tiltak: }Kurs ⏎ {bold|Hvem:} ⏎ {bold|Når:}')
  })

  it('has the lines of a text that keeps its line ends', () => {
    const { text } = readHtml('<div style="white-space:pre-wrap">Linje 1\nLinje 2</div>')

    expect(short(text)).toBe('Linje 1 ⏎ Linje 2')
  })

  it(
    'has every word of any tree of elements once and in its order, tables aside',
    () => {
      fc.assert(
        fc.property(anyHtml, (html) => {
          let count = 0
          const page = new DOMParser().parseFromString(html, 'text/html')
          // Each word is another, so that none can stand in for one that is lost.
          const texts = document.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
          while (texts.nextNode()) {
            const { currentNode: node } = texts
            node.nodeValue = node.nodeValue!.replace(/w\d+/g, () => `w${count++}`)
          }
          const source = words(page.body.textContent)

          const read = words(plainText(readHtml(page.body.innerHTML).text))

          // A table with headings says them again in every row.
          if (page.querySelector('table')) expect(new Set(read)).toEqual(new Set(source))
          else expect(read).toEqual(source)
        }),
        { numRuns: propertyRuns(300) },
      )
    },
    propertyTimeoutMs(300),
  )
})

/** The numbered words of a property's page. */
const words = (text: string) => text.match(/w\d+/g) ?? []

const TAGS = 'p div b i u span ul ol li table tr td th h1 h5 blockquote a pre br section s'.split(
  ' ',
)
const { node: anyNode } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    fc.nat(99).map((number) => ` w${number} `),
    fc
      .tuple(
        fc.constantFrom(...TAGS),
        fc.constantFrom(
          '',
          ' style="font-weight:700"',
          ' style="mso-list:l0 level3 lfo1"',
          ' lang=de',
        ),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([tag, attributes, inner]) => `<${tag}${attributes}>${inner.join('')}</${tag}>`),
  ),
}))
const anyHtml = fc.array(anyNode, { maxLength: 5 }).map((nodes) => nodes.join(''))

function shortBlock(block: Block, indent: string): string {
  const items = (marker: (at: number) => string, contents: readonly RichText[]) =>
    contents
      .map((content, at) => `${indent}${marker(at)} ${short(content, `${indent}  `).trimStart()}`)
      .join('\n')
  switch (block.type) {
    case 'paragraph':
      return indent + shortInlines(block.content)
    case 'heading':
      return `${indent}${block.level === 3 ? '#' : '##'} ${shortInlines(block.content)}`
    case 'bulletList':
      return items(() => '-', block.items)
    case 'orderedList':
      return items((at) => `${block.start + at}.`, block.items)
    case 'taskList':
      return items(
        (at) => (block.items[at]?.checked ? '[x]' : '[ ]'),
        block.items.map(({ content }) => content),
      )
    case 'blockquote':
    case 'callout':
      return short(block.content, `${indent}> `)
  }
}

function shortInlines(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'hardBreak') return ' ⏎ '
      const marks = inline.marks.map((mark) => {
        if (mark.type === 'link') return `link:${mark.href}`
        return mark.type === 'lang' ? mark.lang : mark.type
      })
      return marks.length === 0 ? inline.text : `{${marks.join(',')}|${inline.text}}`
    })
    .join('')
}

const EXPECTED: Readonly<Record<string, string>> = {
  'word-desktop': `# Felles lederskap
Vi har en {bold|eTwinning-gruppe} på {italic|fem} lærere. Den møtes «hver måned»[1].
- Rektor deltar
  - to ganger i {bold|året}
  - i fellestid
- Elevrådet er med
1. Først planlegger vi
2. Så prøver vi
Møtet er tirsdag, se {link:https://www.udir.no/|Udir} eller planen. {en-GB|Open day}
[1]Unntatt juli.`,
  'word-web': `# Slik gjør vi det
{bold|Viktig:} alle er med.
- Første punkt
  - Under første
- Andre punkt
1. En
2. To`,
  'google-docs': `# Åpen dag
Vanlig, {bold|fet}, {italic|kursiv}, {underline|understreket}, {strike|strøket} og {link:https://skole.no/|lenke}
- Ytre
  - Indre
- Ytre igjen
[x] Ringe Kari
[ ] Bestille rom
{bold|Tiltak: }Invitere ⏎ {bold|Ansvarlig: }Kari Nordmann`,
  excel: `Tiltak | Ansvarlig | Frist | Status
Åpen dag for foreldre | Kari Nordmann; Per Ås | 12.03.2027 | I gang
Makker for nye | Lund | mars 2027 | Ikke startet`,
  'google-sheets': `{bold|Mål: }Flere er med ⏎ {bold|Aktivitet: }Kurs i august ⏎ {bold|Hvem: }Kari
{bold|Mål: }Flere er med ⏎ {bold|Aktivitet: }Makkerordning ⏎ hele høsten ⏎ {bold|Hvem: }Per og Ola`,
  libreoffice: `# Vurdering
{bold|Hva} har vi lært, og {underline|hva} gjør vi?
1. Først
  1. så dette
2. Sist {de-DE|Schule}
{bold|Når: }Uke 40 ⏎ {bold|Hva: }• Møte ⏎ • Referat`,
  newspaper: `# Skolen som vant pris
Av Kari Nordmann
Elevene jubler.
Ternvåg skole har\u00a0fått {bold|prisen} for arbeidet {link:https://avis.example/sak|i fjor}.
> – Dette er vårt.
{ar|مرحبا بكم}
Mer: klikk 😀`,
  outlook: `Hei alle,
Husk møtet i\u00a0morgen.
- Ta med PC
- Les planen
Hilsen ⏎ Kari`,
  pages: `{bold|Plan} for høsten
- Møte
- Kurs`,
}
