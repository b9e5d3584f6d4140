/**
 * A letter put together of blocks: plain text, and the same as simple HTML. Nothing in it is
 * fetched from anywhere; what people have written is escaped, and a subject is one line.
 */
import { type Language, languageTraits } from '../../shared/languages.ts'
import type { Letter } from './mailer.ts'

export type LetterBlock =
  | { readonly kind: 'words' | 'heading'; readonly words: string }
  /** The one thing to do. */
  | { readonly kind: 'button'; readonly words: string; readonly url: string }
  | { readonly kind: 'link'; readonly words: string; readonly url: string }
  | { readonly kind: 'list'; readonly items: readonly LetterItem[] }

export interface LetterItem {
  /** The words of its link. */
  readonly words: string
  /** What somebody wrote; null: nothing. */
  readonly quote: string | null
  readonly url: string
}

export interface LetterFacts {
  readonly to: string
  readonly language: Language
  readonly subject: string
  readonly blocks: readonly LetterBlock[]
}

/** Signed by the program. */
export function letterOf({ to, language, subject, blocks }: LetterFacts): Letter {
  const { direction } = languageTraits(language)
  const line = subject.replace(/\s+/g, ' ')
  return {
    to,
    subject: line,
    text: `${[...blocks.map(blockText), 'Samplan'].join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><title>${escape(line)}</title></head>
<body style="margin: 2rem auto; max-width: 34rem; font: 1rem/1.6 sans-serif">
${blocks.map(blockHtml).join('\n')}
<p>Samplan</p>
</body>
</html>
`,
  }
}

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'words':
      return block.words
    case 'heading':
      return `${block.words}\n${'-'.repeat(Math.min(60, Array.from(block.words).length))}`
    case 'button':
    case 'link':
      return `${block.words}:\n${block.url}`
    case 'list':
      return block.items.map(itemText).join('\n\n')
  }
}

function itemText({ words, quote, url }: LetterItem): string {
  return [`* ${words}`, ...(quote === null ? [] : [`  «${quote}»`]), `  ${url}`].join('\n')
}

function blockHtml(block: LetterBlock): string {
  switch (block.kind) {
    case 'words':
      return `<p dir="auto">${escape(block.words)}</p>`
    case 'heading':
      return `<h2 dir="auto" style="margin: 2rem 0 0.5rem; font-size: 1.15rem">${escape(block.words)}</h2>`
    case 'button':
      return `<p><a href="${escape(block.url)}" style="display: inline-block; padding: 0.7rem 1.2rem; border-radius: 3px; background: #0e5a46; color: #ffffff; font-weight: bold; text-decoration: none">${escape(block.words)}</a></p>`
    case 'link':
      return `<p>${linkHtml(block.url, block.words)}</p>`
    case 'list':
      return `<ul style="padding-left: 1.2rem">\n${block.items.map(itemHtml).join('\n')}\n</ul>`
  }
}

function itemHtml({ words, quote, url }: LetterItem): string {
  const said =
    quote === null ? '' : `<br><span dir="auto" style="color: #46534c">«${escape(quote)}»</span>`
  return `<li style="margin-bottom: 0.8rem">${linkHtml(url, words)}${said}</li>`
}

function linkHtml(url: string, words: string): string {
  return `<a href="${escape(url)}" style="color: #0e5a46">${escape(words)}</a>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
