/**
 * Any valid RichText, as `readText` may give it: what every writer and exporter
 * of a text is tried on. Words are drawn from few, nasty pieces, so that
 * specials of Markdown and HTML, scripts and emoji meet often.
 */
import * as fc from 'fast-check'
import type { Block, Inline, Mark, RichText } from '../../shared/text/rich-text.ts'
import { HEADING_LEVELS, MAX_TEXT_DEPTH } from '../../shared/text/schema.ts'

const WORDS = [
  'fellestid', 'Ærlig', 'å', '41', '2.', '1)', '%', '–', '«tid»', '"quote"', '(a)', 'a_b', "d'l",
  '#', '##', '-', '+', '>', '=', '===', '---', '|', '|a|b|', '~~~', '```', '`', '*', '**', '_', '__',
  '***', '\\', '!', '[', ']', '[x]', '](', '<b>', '</style>', '<!--', '<script>alert(1)</script>',
  '&', '&amp;', '&#65;', '&lt', 'http://x.no/?a=1&b=2', '~', ':', ':-', '$', '{', '@',
  'שלום', 'مرحبا', 'Γυμνάσιο', '👩‍🏫', '❤️', '🇳🇴', '各', '\u00a0', '\u200d', '\t',
] // prettier-ignore

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(' ', '  ', ' og ', '. ') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
)

const words = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .map((pieces) => clean(pieces.join('')))
  .filter((text) => text !== '')

const ADDRESSES = [
  'https://ternvag.example/referat',
  'https://x.example/a_(b)?q=1&copy=2&amp;#del',
  'https://x.example/<b>"\'\\`*_[]',
  'mailto:post@ternvag.example',
] as const

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({ type: fc.constantFrom('bold', 'italic', 'underline', 'strike', 'code') }),
  fc.record({ type: fc.constant('link'), href: fc.constantFrom(...ADDRESSES) }),
  fc.record({ type: fc.constant('lang'), lang: fc.constantFrom('en', 'se', 'ar') }),
)

const marks = fc
  .uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type })
  .map((list) => list.sort((a, b) => (a.type < b.type ? -1 : 1)))

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('text'), text: words, marks }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
)

const inlines = fc.array(inline, { maxLength: 5 }).map(joinNeighbours)

/** As deep as texts may be: one block in another, and any leaves in the innermost. */
const deepText: fc.Arbitrary<Block[]> = fc
  .tuple(
    fc.array(fc.constantFrom('bulletList', 'orderedList', 'taskList', 'blockquote', 'callout'), {
      minLength: MAX_TEXT_DEPTH,
      maxLength: MAX_TEXT_DEPTH,
    }),
    blocksAt(MAX_TEXT_DEPTH),
  )
  .map(([types, innermost]) =>
    types.reduce<Block[]>((inner, type) => [wrap(type, inner)], innermost),
  )

/** Any valid text, nested as deep as texts may be. */
export const arbitraryRichText: fc.Arbitrary<RichText> = fc
  .oneof(
    { weight: 8, arbitrary: fc.array(blockAt(0), { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: deepText },
    { weight: 1, arbitrary: fc.constant([]) },
  )
  .map((text) => (text.every(isBlank) ? [] : text))

function isBlank(block: Block): boolean {
  return block.type === 'paragraph' && block.content.length === 0
}

function wrap(type: Exclude<Block['type'], 'paragraph' | 'heading'>, inner: Block[]): Block {
  switch (type) {
    case 'bulletList':
      return { type, items: [inner] }
    case 'orderedList':
      return { type, start: 1, items: [inner] }
    case 'taskList':
      return { type, items: [{ checked: true, content: inner }] }
    default:
      return { type, content: inner }
  }
}

function blocksAt(depth: number): fc.Arbitrary<Block[]> {
  return fc.array(blockAt(depth), { maxLength: 2, depthIdentifier: 'blocks' })
}

function blockAt(depth: number): fc.Arbitrary<Block> {
  const paragraph = fc.record({ type: fc.constant('paragraph'), content: inlines })
  const heading = fc.record({
    type: fc.constant('heading'),
    level: fc.constantFrom(...HEADING_LEVELS),
    content: inlines,
  })
  if (depth === MAX_TEXT_DEPTH) return fc.oneof(paragraph, heading)

  const inner = blocksAt(depth + 1)
  const items = fc.array(inner, { maxLength: 3, depthIdentifier: 'blocks' })
  const start = fc.constantFrom(0, 1, 3, 999_999)
  const task = fc.record({ checked: fc.boolean(), content: inner })
  return fc.oneof(
    { depthIdentifier: 'blocks', depthSize: 'small' },
    { weight: 3, arbitrary: paragraph },
    { weight: 1, arbitrary: heading },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('bulletList'), items }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('orderedList'), start, items }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('taskList'),
        items: fc.array(task, { maxLength: 3, depthIdentifier: 'blocks' }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constantFrom('blockquote', 'callout'), content: inner }),
    },
  )
}

function joinNeighbours(list: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of list) {
    const last = joined.at(-1)
    const same =
      last?.type === 'text' &&
      inline.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(inline.marks)
    if (same) joined[joined.length - 1] = { ...last, text: clean(last.text + inline.text) }
    else joined.push(inline)
  }
  return joined
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (c) => (c === '\t' ? c : ''))
    .normalize('NFC')
}
