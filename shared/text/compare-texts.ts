/**
 * Two states of one text compared: block by block, items of lists too, and the words inside what
 * changed. Total, and bounded in time (align.ts, word-diff.ts).
 */
import { align, type Step } from './align.ts'
import { canonicalJson } from './canonical-json.ts'
import { compareInlines, type InlineRun } from './compare-inlines.ts'
import { plainText } from './plain-text.ts'
import type { Block, RichText } from './rich-text.ts'

export type Line = Extract<Block, { type: 'paragraph' | 'heading' }>
export type List = Extract<Block, { type: 'bulletList' | 'orderedList' | 'taskList' }>
export type Box = Extract<Block, { type: 'blockquote' | 'callout' }>

/** Of any list; `checked` only in a list of tasks, else null. */
export interface Item {
  readonly checked: boolean | null
  readonly content: RichText
}

/** Everything of both texts in reading order, what stayed the same too. */
export type TextDifference = readonly BlockChange[]

export type BlockChange =
  | { readonly kind: 'same'; readonly block: Block }
  /** `isMoved`: it is the same one that is new elsewhere in this text. */
  | { readonly kind: 'gone' | 'new'; readonly block: Block; readonly isMoved: boolean }
  /** Another kind of line, other words, or other marks on them. */
  | {
      readonly kind: 'line'
      readonly before: Line
      readonly after: Line
      readonly runs: readonly InlineRun[]
    }
  | {
      readonly kind: 'list'
      readonly before: List
      readonly after: List
      readonly items: readonly ItemChange[]
    }
  | {
      readonly kind: 'box'
      readonly before: Box
      readonly after: Box
      readonly inner: TextDifference
    }

export type ItemChange =
  | { readonly kind: 'same'; readonly item: Item }
  | { readonly kind: 'gone' | 'new'; readonly item: Item; readonly isMoved: boolean }
  | {
      readonly kind: 'changed'
      readonly before: Item
      readonly after: Item
      readonly inner: TextDifference
    }

export function compareTexts(before: RichText, after: RichText): TextDifference {
  return align(before, after, BLOCKS).map(blockChange)
}

/** Does the comparison tell nothing? */
export function isSameText(difference: TextDifference): boolean {
  return difference.every(({ kind }) => kind === 'same')
}

/** The items of a list as one kind. */
export function itemsOf(list: List): readonly Item[] {
  if (list.type === 'taskList') return list.items
  return list.items.map((content) => ({ checked: null, content }))
}

const BLOCKS = {
  keyOf: canonicalJson,
  wordsOf: (block: Block) => plainText([block]),
  isOneKind: (before: Block, after: Block) => familyOf(before) === familyOf(after),
}

const ITEMS = {
  keyOf: canonicalJson,
  wordsOf: ({ content }: Item) => plainText(content),
  isOneKind: () => true,
}

function blockChange(step: Step<Block>): BlockChange {
  if (step.kind === 'same') return { kind: 'same', block: step.after }
  if (step.kind === 'gone') return { kind: 'gone', block: step.before, isMoved: step.isMoved }
  if (step.kind === 'new') return { kind: 'new', block: step.after, isMoved: step.isMoved }
  const { before, after } = step
  if (isLine(before) && isLine(after)) {
    return { kind: 'line', before, after, runs: compareInlines(before.content, after.content) }
  }
  if (isList(before) && isList(after)) {
    const items = align(itemsOf(before), itemsOf(after), ITEMS).map(itemChange)
    return { kind: 'list', before, after, items }
  }
  if (isBox(before) && isBox(after)) {
    return { kind: 'box', before, after, inner: compareTexts(before.content, after.content) }
  }
  throw new Error(`compareTexts: ${before.type} cannot have become ${after.type}`)
}

function itemChange(step: Step<Item>): ItemChange {
  if (step.kind === 'same') return { kind: 'same', item: step.after }
  if (step.kind === 'gone') return { kind: 'gone', item: step.before, isMoved: step.isMoved }
  if (step.kind === 'new') return { kind: 'new', item: step.after, isMoved: step.isMoved }
  const { before, after } = step
  return { kind: 'changed', before, after, inner: compareTexts(before.content, after.content) }
}

function familyOf(block: Block): 'line' | 'list' | 'box' {
  if (isLine(block)) return 'line'
  return isList(block) ? 'list' : 'box'
}

function isLine(block: Block): block is Line {
  return block.type === 'paragraph' || block.type === 'heading'
}

function isList(block: Block): block is List {
  return block.type.endsWith('List')
}

function isBox(block: Block): block is Box {
  return block.type === 'blockquote' || block.type === 'callout'
}
