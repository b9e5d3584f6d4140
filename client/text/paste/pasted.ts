/** What was found in a paste: words for the text, and what there is to tell about it. */
import type { Block, Inline, RichText } from '../../../shared/text/rich-text.ts'

export interface Pasted {
  readonly text: RichText
  /** The first table that looks like rows of things, when the paste holds one. */
  readonly table: PastedTable | null
  /** The blocks of `text` that it became. */
  readonly tableWords: RichText
  /** Pictures that were left out. */
  readonly pictures: number
}

/** All rows have the same number of cells; merged cells are repeated downwards. */
export interface PastedTable {
  readonly rows: readonly (readonly PastedCell[])[]
  /** The source says that its first row holds headings. */
  readonly isHeaded: boolean
}

/** What stands in one cell. */
export type PastedCell = RichText

export type ListBlock = Extract<Block, { type: 'bulletList' | 'orderedList' | 'taskList' }>

export const NOTHING_PASTED: Pasted = { text: [], table: null, tableWords: [], pictures: 0 }

export function paragraph(content: readonly Inline[]): Block {
  return { type: 'paragraph', content }
}

export function plainInline(text: string): Inline {
  return { type: 'text', text, marks: [] }
}

export function boldInline(text: string): Inline {
  return { type: 'text', text, marks: [{ type: 'bold' }] }
}

export function isList(block: Block | undefined): block is ListBlock {
  return block?.type === 'bulletList' || block?.type === 'orderedList' || block?.type === 'taskList'
}
