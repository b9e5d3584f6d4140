import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../client/text/paste/read-html.ts'
import type { Block, Inline, RichText } from '../../../shared/text/rich-text.ts'

const fixture = (name: string) => readHtml(readFileSync(`test/fixtures/paste/${name}.html`, 'utf8'))

/** A text in a short form: '# heading', '- item', '*bold*', nested by blanks. */
const short = (text: RichText, indent = ''): string =>
  text.map((block) => shortBlock(block, indent)).join('\n')

describe('Word', () => {
  it('on the desktop gives headings, real lists within each other, and no traces of Word', () => {
    const { text, pictures } = fixture('word-desktop')

    console.log(short(text))
    expect(pictures).toBe(1)
  })
})
describe.each([
  'word-web',
  'google-docs',
  'excel',
  'google-sheets',
  'libreoffice',
  'newspaper',
  'outlook',
  'pages',
])('%s', (name) => {
  it('x', () => {
    const { text, pictures, table } = fixture(name)
    console.log(`== ${name} ${pictures} ${table?.isHeaded}\n` + short(text))
  })
})

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
