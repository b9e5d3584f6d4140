/**
 * A RichText as plain data for the template: what to set, never how. Every word
 * goes through the printer here; the direction of each block is decided here,
 * by its first letter that has one, as a browser does for dir="auto".
 */
import type { Block, Inline, Mark, RichText } from '../../shared/text/rich-text.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import { createHeadingLevels } from './heading-levels.ts'
import { type InlineTree, nestMarks, oneLineOf } from './nest-marks.ts'
import type { Printer } from './printable-text.ts'

export type PdfDirection = 'ltr' | 'rtl'

/** As the template's `text` wants it: ISO 639 and, when there is one, ISO 3166. */
export interface PdfLanguage {
  readonly lang: string
  readonly region: string | null
}

/** A run of words, or something around or between words. */
export type PdfInline =
  | string
  | { readonly kind: 'break' }
  | {
      readonly kind: Exclude<Mark['type'], 'link' | 'lang'>
      readonly content: readonly PdfInline[]
    }
  | { readonly kind: 'link'; readonly address: string; readonly content: readonly PdfInline[] }
  | ({ readonly kind: 'lang'; readonly content: readonly PdfInline[] } & PdfLanguage)

export type PdfBlock = { readonly dir: PdfDirection } & (
  | { readonly kind: 'paragraph'; readonly content: readonly PdfInline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly PdfInline[] }
  | { readonly kind: 'bulletList'; readonly items: readonly (readonly PdfBlock[])[] }
  | {
      readonly kind: 'orderedList'
      readonly start: number
      readonly items: readonly (readonly PdfBlock[])[]
    }
  | { readonly kind: 'taskList'; readonly items: readonly PdfTask[] }
  | { readonly kind: 'blockquote' | 'callout'; readonly content: readonly PdfBlock[] }
)

interface PdfTask {
  readonly checked: boolean
  readonly content: readonly PdfBlock[]
}

/**
 * The blocks that have words; empty for a text without.
 *
 * @param below the level of the heading the text stands under.
 */
export function pdfText(text: RichText, below: number, printer: Printer): readonly PdfBlock[] {
  return pdfBlocks(text, createHeadingLevels(below), printer)
}

/** A text that is meant to be one line. */
export function pdfLine(text: RichText, printer: Printer): readonly PdfInline[] {
  return pdfInlines(oneLineOf(text), printer)
}

export function pdfLanguage(tag: string): PdfLanguage {
  const [lang = '', ...parts] = tag.split('-')
  return { lang, region: parts.find((part) => /^[a-z]{2}$/i.test(part)) ?? null }
}

type LevelOf = ReturnType<typeof createHeadingLevels>

function pdfBlocks(blocks: RichText, levelOf: LevelOf, printer: Printer): readonly PdfBlock[] {
  return blocks
    .filter((block) => plainText([block]).trim() !== '')
    .map((block) => pdfBlock(block, levelOf, printer))
}

function pdfBlock(block: Block, levelOf: LevelOf, printer: Printer): PdfBlock {
  const dir = directionOf(plainText([block]))
  switch (block.type) {
    case 'paragraph':
      return { kind: 'paragraph', dir, content: pdfInlines(block.content, printer) }
    case 'heading': {
      const content = pdfInlines(block.content, printer)
      return { kind: 'heading', dir, level: levelOf(block.level), content }
    }
    case 'bulletList': {
      const items = block.items.map((item) => pdfBlocks(item, levelOf, printer))
      return { kind: 'bulletList', dir, items }
    }
    case 'orderedList': {
      const items = block.items.map((item) => pdfBlocks(item, levelOf, printer))
      return { kind: 'orderedList', dir, start: block.start, items }
    }
    case 'taskList': {
      const items = block.items.map(({ checked, content }) => ({
        checked,
        content: pdfBlocks(content, levelOf, printer),
      }))
      return { kind: 'taskList', dir, items }
    }
    case 'blockquote':
    case 'callout':
      return { kind: block.type, dir, content: pdfBlocks(block.content, levelOf, printer) }
  }
}

function pdfInlines(inlines: readonly Inline[], printer: Printer): readonly PdfInline[] {
  return nestMarks(inlines).map((tree) => pdfInline(tree, printer))
}

function pdfInline(tree: InlineTree, printer: Printer): PdfInline {
  switch (tree.kind) {
    case 'text':
      return printer.print(tree.text)
    case 'break':
      return { kind: 'break' }
    case 'mark': {
      const content = tree.children.map((child) => pdfInline(child, printer))
      return pdfMark(tree.mark, content)
    }
  }
}

function pdfMark(mark: Mark, content: readonly PdfInline[]): PdfInline {
  switch (mark.type) {
    case 'link':
      return { kind: 'link', address: mark.href, content }
    case 'lang':
      return { kind: 'lang', ...pdfLanguage(mark.lang), content }
    default:
      return { kind: mark.type, content }
  }
}

/** The direction of the first letter that has one. */
export function directionOf(text: string): PdfDirection {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
