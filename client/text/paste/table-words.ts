/**
 * Where the words of a pasted table stand in the text that it went into, so that
 * they alone can be taken out again: what was pasted around them stays.
 */
import type { Node } from '@tiptap/pm/model'
import { type Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Block, RichText } from '../../../shared/text/rich-text.ts'
import { bindingOf } from '../field-sync-plugin.ts'
import { placeNow } from '../place-now.ts'
import { heldSelection } from '../relative-selection.ts'
import { blocksWithin } from './list-items.ts'
import type { Pasted } from './pasted.ts'

/** Where a paste went in, in the document after it. */
export interface InsertedRange {
  readonly from: number
  readonly to: number
}

/** @returns takes them out, if nobody changed them since; else they stay. */
export function takesTableWords(
  view: EditorView,
  inserted: InsertedRange,
  { text, tableWords }: Pasted,
): () => void {
  const range = tableRange(view.state.doc, inserted, text, tableWords)
  if (range === null) return () => undefined
  const selection = TextSelection.create(view.state.doc, range.from, range.to)
  const held = heldSelection(selection, bindingOf(view.state))
  const words = wordsIn(view.state.doc, selection)
  return () => {
    if (view.isDestroyed || !view.editable) return
    const { state } = view
    const now = placeNow(held, state)
    if (now === null || wordsIn(state.doc, now) !== words) return
    const { from, to } = wholeParagraphs(now)
    view.dispatch(state.tr.deleteRange(from, to))
  }
}

/** Together with their paragraphs, where nothing else is in those and something stands beside them. */
function wholeParagraphs(words: Selection): InsertedRange {
  const { $from, $to } = words
  const isWhole = $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size
  const around = $from.sharedDepth($to.pos)
  if (!isWhole || $from.depth !== around + 1 || $to.depth !== around + 1) return words
  const count = $to.index(around) - $from.index(around) + 1
  if ($from.node(around).childCount === count) return words
  return { from: $from.before(), to: $to.after() }
}

function wordsIn(doc: Node, { from, to }: InsertedRange): string {
  return doc.textBetween(from, to, '\n', '\ufffc')
}

/**
 * Counted in letters and line ends: how the blocks were fitted into the document does
 * not change those. null when they do not stand there one behind the other.
 */
function tableRange(
  doc: Node,
  { from, to }: InsertedRange,
  text: RichText,
  tableWords: RichText,
): InsertedRange | null {
  const before = unitsBefore(text, tableWords[0])
  const length = unitsOf(tableWords)
  if (before === null || length === 0) return null
  let units = 0
  let start: number | null = null
  let end: number | null = null
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isInline) return
    const first = Math.max(at, from)
    const size = Math.min(at + node.nodeSize, to) - first
    if (start === null && units + size > before) start = first + before - units
    if (end === null && units + size >= before + length) end = first + before + length - units
    units += size
  })
  const isAll = length === unitsOf(text)
  // A text of one line puts blanks between what were paragraphs.
  if (units !== unitsOf(text)) return isAll ? { from, to } : null
  return start === null || end === null ? null : { from: start, to: end }
}

function unitsBefore(text: RichText, wanted: Block | undefined): number | null {
  let units = 0
  for (const block of text) {
    if (block === wanted) return units
    const within = unitsBefore(blocksWithin(block), wanted)
    if (within !== null) return units + within
    units += unitsOf([block])
  }
  return null
}

function unitsOf(text: RichText): number {
  return text.reduce((sum, block) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') {
      return sum + unitsOf(blocksWithin(block))
    }
    const own = block.content.map((inline) => (inline.type === 'text' ? inline.text.length : 1))
    return own.reduce((all, units) => all + units, sum)
  }, 0)
}
