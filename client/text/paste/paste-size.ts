/** How much may be pasted at once: what the plan's school takes as one change. */
import { MAX_PLAN_BYTES, MAX_UPDATE_BYTES } from '../../../shared/protocol/limits.ts'
import type { Block, Inline, RichText } from '../../../shared/text/rich-text.ts'
import type { Slice } from '@tiptap/pm/model'
import { encodeStateAsUpdate, type XmlFragment } from 'yjs'
import { blocksWithin } from './list-items.ts'

/** HTML that is not even read: Word writes ten bytes of form for one of words. */
export const MAX_HTML_CHARACTERS = 12_000_000
/** Half of what one update may be: the rest is for what the paste replaces and for its form. */
export const MAX_PASTE_BYTES = MAX_UPDATE_BYTES / 2
/** Below this a paste never fills a plan; measuring a plan takes some milliseconds. */
const NOTABLE_BYTES = 32 * 1024
const BYTES_OF_BLOCK = 40
const BYTES_OF_RUN = 30
const BYTES_OF_MARK = 30

/** Does the plan take this text? */
export function isTooMuch(text: RichText, fragment: XmlFragment): boolean {
  return isTooMany(pasteBytes(text), fragment)
}

/** Does the plan take this piece of a text of ours? */
export function isSliceTooMuch({ content }: Slice, fragment: XmlFragment): boolean {
  let bytes = 0
  content.descendants(({ isText, text, marks }) => {
    bytes += isText ? inlineSize(text ?? '', marks.length) : BYTES_OF_BLOCK
    for (const { attrs } of marks) bytes += JSON.stringify(attrs).length * 2
  })
  return isTooMany(bytes, fragment)
}

function isTooMany(bytes: number, fragment: XmlFragment): boolean {
  if (bytes > MAX_PASTE_BYTES) return true
  if (bytes < NOTABLE_BYTES || !fragment.doc) return false
  return encodeStateAsUpdate(fragment.doc).byteLength + bytes > MAX_PLAN_BYTES
}

/** About as many bytes as the text becomes in the plan, rather more than fewer. */
export function pasteBytes(text: RichText): number {
  return text.reduce((sum, block) => sum + BYTES_OF_BLOCK + blockBytes(block), 0)
}

function blockBytes(block: Block): number {
  if (block.type !== 'paragraph' && block.type !== 'heading') {
    const items = 'items' in block ? block.items.length : 0
    return items * BYTES_OF_BLOCK + pasteBytes(blocksWithin(block))
  }
  return block.content.reduce((sum, inline) => sum + inlineBytes(inline), 0)
}

function inlineBytes(inline: Inline): number {
  if (inline.type === 'hardBreak') return BYTES_OF_BLOCK
  const addresses = inline.marks.reduce(
    (sum, mark) => sum + ('href' in mark ? mark.href.length * 2 : 0),
    0,
  )
  return inlineSize(inline.text, inline.marks.length) + addresses
}

function inlineSize(text: string, marks: number): number {
  return BYTES_OF_RUN + new TextEncoder().encode(text).byteLength + marks * BYTES_OF_MARK
}
