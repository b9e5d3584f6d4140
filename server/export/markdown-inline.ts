/**
 * Inline content as one or more lines of Markdown.
 *
 * Underline and language have no syntax and are left as words. White space at
 * the edge of an emphasis is moved outside it, since `** so**` is not one. Where
 * a letter stands so close to an emphasis that CommonMark would not see it
 * (`word**"quoted"**`), that letter is written as a character reference.
 */
import type { Inline, Mark } from '../../shared/text/rich-text.ts'
import { codeSpan, escapeLineStart, escapeMarkdown, markdownAddress } from './markdown-escape.ts'
import { type InlineTree, nestMarks } from './nest-marks.ts'

/** Different characters for each, so that two that meet never fuse into one run. */
const DELIMITERS = { bold: '**', italic: '_', strike: '~~' } as const
type Emphasis = keyof typeof DELIMITERS

interface Line {
  /** What has been written. */
  markdown: string
  /** An emphasis was just closed, and a letter right behind it must be written as a reference. */
  closed: boolean
}

/**
 * @param breaks 'lines' writes hard breaks; 'spaces' keeps it all on one line, as a heading needs.
 */
export function inlineMarkdown(inlines: readonly Inline[], breaks: 'lines' | 'spaces'): string {
  const lines: string[] = []
  let line: Inline[] = []
  for (const inline of withoutSilentMarks(inlines)) {
    if (inline.type === 'text') {
      line.push(inline)
    } else {
      lines.push(lineMarkdown(line))
      line = []
    }
  }
  lines.push(lineMarkdown(line))

  if (breaks === 'spaces') return lines.filter((text) => text !== '').join(' ')
  // A backslash at the end of a block is a backslash, so no break may stand there.
  const last = lines.findLastIndex((text) => text !== '')
  const first = lines.findIndex((text) => text !== '')
  return lines.slice(Math.max(0, first), last + 1).join('\\\n')
}

/** Runs that differ in such marks only become one, so that `&` and `amp;` are escaped together. */
function withoutSilentMarks(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines) {
    const run =
      inline.type === 'text' ? { ...inline, marks: inline.marks.filter(isWritten) } : inline
    const last = joined.at(-1)
    if (last?.type === 'text' && run.type === 'text' && haveSameMarks(last, run)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    } else {
      joined.push(run)
    }
  }
  return joined
}

type Run = Extract<Inline, { type: 'text' }>

function haveSameMarks(a: Run, b: Run): boolean {
  return JSON.stringify(a.marks) === JSON.stringify(b.marks)
}

function isWritten({ type }: Mark): boolean {
  return type !== 'underline' && type !== 'lang'
}

function lineMarkdown(inlines: readonly Inline[]): string {
  const line: Line = { markdown: '', closed: false }
  for (const tree of nestMarks(inlines)) write(line, tree)
  return escapeLineStart(line.markdown).trimEnd()
}

function write(line: Line, tree: InlineTree): void {
  if (tree.kind === 'break') return
  if (tree.kind === 'text') {
    writeWords(line, escapeMarkdown(tree.text))
    return
  }
  const { mark, children } = tree
  const inner =
    mark.type === 'code' ? wordsOf(children).replace(/\t/g, ' ') : innerMarkdown(children)
  // Space at the edge stands outside of the syntax; of space alone nothing else is left.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inner) ?? []
  if (before !== '') writeWords(line, before)
  if (words !== '') writeMarked(line, mark, words)
  if (after !== '') writeWords(line, after)
}

function innerMarkdown(children: readonly InlineTree[]): string {
  const inner: Line = { markdown: '', closed: false }
  for (const child of children) write(inner, child)
  return inner.markdown
}

/** @param inner Markdown, or the bare words of a code span. */
function writeMarked(line: Line, mark: Mark, inner: string): void {
  switch (mark.type) {
    case 'code':
      writeSyntax(line, codeSpan(inner))
      break
    case 'link':
      writeSyntax(line, `[${inner}](${markdownAddress(mark.href)}${titleFor(inner)})`)
      break
    case 'bold':
    case 'italic':
    case 'strike':
      writeEmphasis(line, mark.type, inner)
      break
    case 'underline':
    case 'lang':
      writeSyntax(line, inner)
  }
}

/**
 * `]:` in a code span at the start of a paragraph would make all of it a link
 * reference definition, which vanishes. An empty title makes that impossible.
 */
function titleFor(inner: string): string {
  return inner.includes(']:') ? ' ""' : ''
}

function writeEmphasis(line: Line, type: Emphasis, inner: string): void {
  if (mustStandFree(type, inner.slice(0, 1))) line.markdown = referLast(line.markdown)
  writeSyntax(line, `${DELIMITERS[type]}${inner}${DELIMITERS[type]}`)
  line.closed = mustStandFree(type, inner.slice(-1))
}

/** Does the emphasis need something else than a letter outside, given what is inside? */
function mustStandFree(type: Emphasis, inside: string): boolean {
  return type !== 'bold' || !isLetter(inside)
}

function writeSyntax(line: Line, markdown: string): void {
  line.markdown += markdown
  line.closed = false
}

function writeWords(line: Line, words: string): void {
  if (line.closed) {
    const first = /^./su.exec(words)?.[0] ?? ''
    line.markdown += isFree(first) ? words : reference(first) + words.slice(first.length)
  } else {
    line.markdown += words
  }
  line.closed = false
}

function referLast(markdown: string): string {
  const last = /.$/su.exec(markdown)?.[0] ?? ''
  return last === '' || isFree(last) ? markdown : markdown.slice(0, -last.length) + reference(last)
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`
}

/** White space and ASCII punctuation: every parser agrees that these are no letters. */
function isFree(character: string): boolean {
  return /^[\s!-/:-@[-`{-~]$/.test(character)
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{N}\p{M}]$/u.test(character)
}

function wordsOf(trees: readonly InlineTree[]): string {
  return trees
    .map((tree) => {
      if (tree.kind === 'text') return tree.text
      return tree.kind === 'mark' ? wordsOf(tree.children) : ''
    })
    .join('')
}
