/**
 * Writes rich text by hand, for the example school: one function per block or mark.
 *
 * Line ends and the indentation after them fold to one space, so that a template literal may run
 * over several lines of source. Nothing else is interpreted.
 */
import type { Block, Inline, RichText, TaskItem } from '../../shared/text/rich-text.ts'

/** A plain string is text without marks. */
type Part = string | Inline

export function p(...parts: readonly Part[]): Block {
  return { type: 'paragraph', content: parts.map(inline) }
}

/** A small heading inside a field; the template owns the larger ones. */
export function heading(text: string): Block {
  return { type: 'heading', level: 3, content: [inline(text)] }
}

export function bullets(items: readonly Block[]): Block {
  return { type: 'bulletList', items: items.map((item) => [item]) }
}

export function numbered(items: readonly Block[]): Block {
  return { type: 'orderedList', start: 1, items: items.map((item) => [item]) }
}

export function tasks(items: readonly TaskItem[]): Block {
  return { type: 'taskList', items }
}

export function ticked(...parts: readonly Part[]): TaskItem {
  return { checked: true, content: [p(...parts)] }
}

export function unticked(...parts: readonly Part[]): TaskItem {
  return { checked: false, content: [p(...parts)] }
}

export function callout(...blocks: readonly Block[]): Block {
  return { type: 'callout', content: blocks }
}

export function quote(...blocks: readonly Block[]): Block {
  return { type: 'blockquote', content: blocks }
}

export function bold(text: string): Inline {
  return { type: 'text', text: fold(text), marks: [{ type: 'bold' }] }
}

export function italic(text: string): Inline {
  return { type: 'text', text: fold(text), marks: [{ type: 'italic' }] }
}

/** Words in another language than the plan's, so that they are read aloud right. */
export function inLanguage(lang: string, text: string): Inline {
  return { type: 'text', text: fold(text), marks: [{ type: 'lang', lang }] }
}

/** A text held to one paragraph; null is an empty text. */
export function short(text: string | null): RichText {
  return text === null ? [] : [p(text)]
}

function inline(part: Part): Inline {
  return typeof part === 'string' ? { type: 'text', text: fold(part), marks: [] } : part
}

function fold(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
