/**
 * Inline content as a tree of marks: what HTML and Markdown both need, since a
 * RichText lists its marks run by run. A mark spans as many neighbouring runs as
 * carry it; of several, the one that reaches furthest is outermost, so that no
 * mark is opened twice where once is enough. `code` is always innermost.
 */
import type { Inline, Mark, RichText } from '../../shared/text/rich-text.ts'

export type InlineTree =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly children: readonly InlineTree[] }

/** Outermost first, where two reach equally far. */
const ORDER: readonly Mark['type'][] = [
  'link',
  'lang',
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
]

export function nestMarks(inlines: readonly Inline[]): InlineTree[] {
  const trees: InlineTree[] = []
  let at = 0
  while (at < inlines.length) {
    const { tree, length } = nestAt(inlines, at)
    trees.push(tree)
    at += length
  }
  return trees
}

/** All inline content of a text that is meant to be one line, a space between its blocks. */
export function oneLineOf(text: RichText): readonly Inline[] {
  return text.flatMap((block, index): Inline[] => {
    const space: Inline[] = index > 0 ? [{ type: 'text', text: ' ', marks: [] }] : []
    return [...space, ...lineOfBlock(block)]
  })
}

function lineOfBlock(block: RichText[number]): readonly Inline[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content.map((inline) =>
        inline.type === 'hardBreak' ? { type: 'text', text: ' ', marks: [] } : inline,
      )
    case 'bulletList':
    case 'orderedList':
      return oneLineOf(block.items.flat())
    case 'taskList':
      return oneLineOf(block.items.flatMap(({ content }) => content))
    case 'blockquote':
    case 'callout':
      return oneLineOf(block.content)
  }
}

function nestAt(
  inlines: readonly Inline[],
  at: number,
): { readonly tree: InlineTree; readonly length: number } {
  const first = inlines[at]
  if (first?.type !== 'text') return { tree: { kind: 'break' }, length: 1 }
  const outermost = outermostMark(inlines, at, first.marks)
  if (!outermost) return { tree: { kind: 'text', text: first.text }, length: 1 }

  const { mark, reach } = outermost
  const inner = inlines
    .slice(at, at + reach)
    .map((inline) =>
      inline.type === 'text'
        ? { ...inline, marks: inline.marks.filter(({ type }) => type !== mark.type) }
        : inline,
    )
  return { tree: { kind: 'mark', mark, children: nestMarks(inner) }, length: reach }
}

function outermostMark(
  inlines: readonly Inline[],
  at: number,
  marks: readonly Mark[],
): { readonly mark: Mark; readonly reach: number } | null {
  const candidates = marks
    .map((mark) => ({ mark, reach: reachOf(inlines, at, mark) }))
    .sort(
      (a, b) =>
        Number(a.mark.type === 'code') - Number(b.mark.type === 'code') ||
        b.reach - a.reach ||
        ORDER.indexOf(a.mark.type) - ORDER.indexOf(b.mark.type),
    )
  return candidates[0] ?? null
}

/**
 * How many runs from here on carry this very mark; `code`, being innermost, ends where any other
 * does.
 */
function reachOf(inlines: readonly Inline[], at: number, mark: Mark): number {
  const first = inlines[at]
  let end = at
  while (
    carries(inlines[end], mark) &&
    (mark.type !== 'code' || haveSameMarks(first, inlines[end]))
  ) {
    end++
  }
  return end - at
}

function carries(inline: Inline | undefined, mark: Mark): boolean {
  return inline?.type === 'text' && inline.marks.some((other) => isSameMark(other, mark))
}

function haveSameMarks(a: Inline | undefined, b: Inline | undefined): boolean {
  if (a?.type !== 'text' || b?.type !== 'text') return false
  return a.marks.length === b.marks.length && a.marks.every((mark) => carries(b, mark))
}

function isSameMark(a: Mark, b: Mark): boolean {
  if (a.type === 'link') return b.type === 'link' && a.href === b.href
  if (a.type === 'lang') return b.type === 'lang' && a.lang === b.lang
  return a.type === b.type
}
