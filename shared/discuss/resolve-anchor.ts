/**
 * Where the words of a thread are now, after whatever edits (SPEC.md, T1-T8).
 *
 * First by the identity of characters, then by what they read and what stands round them; else
 * nowhere, and the thread is an orphan. Never on another text: a place that cannot be told from
 * another is none. Total for any anchor, forged ones too, and any document.
 */
import { fromBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { Anchor } from './anchor.ts'
import { contextScore, occurrences } from './context-score.ts'
import {
  flatOffset,
  type FlatText,
  flatText,
  itemsOf,
  type Range,
  runsIn,
  trimSpace,
} from './flat-text.ts'

export interface ResolvedAnchor extends Range {
  /** By which of the two it was found. */
  readonly by: 'position' | 'quote'
}

/**
 * Characters that are proof enough for the same words elsewhere: of the context, and half of
 * those of the quote. Eight are met by chance: people write the same phrases again.
 */
const PROOF = 24
const QUOTE_PER_PROOF = 2
/** So many times more must be met than of the next that reads the same. */
const MARGIN = 3
/**
 * Places that read the same and are compared: one letter stands thousands of times in a long text,
 * and all its threads are looked for at every key.
 */
const MAX_TWINS = 50
/**
 * Of what is left of the words, with context. The editor's binding sometimes makes one paragraph
 * of another and keeps the letters that both begin or end with.
 */
const PROOF_OF_REST = 8

/**
 * @param flat of this fragment, when it is there already.
 * @returns null: orphaned.
 */
export function resolveAnchor(
  fragment: Y.XmlFragment,
  anchor: Anchor,
  flat: FlatText = flatText(fragment),
): ResolvedAnchor | null {
  const place = fragment.doc && byPosition(fragment.doc, flat, anchor)
  if (place) return { ...place, by: 'position' }
  const found = byQuote(flat.words, anchor)
  return found && { ...found, by: 'quote' }
}

/** The first or the last character of an anchor, as the document has it now. */
interface End {
  /** As it was when the anchor was made; one that undo brought back is another. */
  readonly id: Y.ID
  /** Before it, or where it stood. */
  readonly offset: number
  readonly isThere: boolean
}

function byPosition(doc: Y.Doc, flat: FlatText, anchor: Anchor): Range | null {
  const { quote } = anchor
  const [first, last] = [findEnd(doc, flat, anchor.from), findEnd(doc, flat, anchor.to)]
  const readsAt = (from: number) => from >= 0 && flat.words.startsWith(quote, from)
  if (first?.isThere && readsAt(first.offset)) {
    return { from: first.offset, to: first.offset + quote.length }
  }
  const lastEnd = last && last.offset + (last.isThere ? 1 : 0)
  if (last?.isThere && lastEnd !== null && readsAt(lastEnd - quote.length)) {
    return { from: lastEnd - quote.length, to: lastEnd }
  }
  if (!first || !last || lastEnd === null || first.offset >= lastEnd) return null

  const range = trimSpace(flat, { from: first.offset, to: lastEnd })
  if (!range) return null
  const words = flat.words.slice(range.from, range.to)
  const own = Math.max(
    sameAtEnds(words, quote, first.isThere, last.isThere),
    knownToBeOwn(flat, range, [first.id, last.id]),
  )
  const isMostlyOwn = own > 0 && 2 * own >= Math.min(quote.length, words.length)
  const { score, isWhole } = contextScore(flat.words, range, anchor)
  return isMostlyOwn && (isWhole || own + score >= PROOF_OF_REST) ? range : null
}

function findEnd(doc: Y.Doc, flat: FlatText, position: string): End | null {
  const id = readPosition(position)
  if (!id) return null
  const found = findItem(doc, id)
  if (!found || !(found.item.parent instanceof Y.XmlText)) return null
  const { item, diff } = found
  let index = item.deleted ? 0 : diff
  for (let left = item.left; left !== null; left = left.left) {
    if (!left.deleted && left.countable) index += left.length
  }
  const offset = flatOffset(flat, item.parent, index)
  return offset === null ? null : { id, offset, isThere: !item.deleted && item.countable }
}

/** The character that a position names; null for whatever is none of ours. */
function readPosition(position: string): Y.ID | null {
  try {
    return Y.decodeRelativePosition(fromBase64(position)).item
  } catch {
    return null
  }
}

/** What an undo here brought back stands for what it was. null: not there, or forgotten. */
function findItem(doc: Y.Doc, id: Y.ID): { readonly item: Y.Item; readonly diff: number } | null {
  let next = id
  for (;;) {
    if (next.clock >= Y.getState(doc.store, next.client)) return null
    const item: unknown = Y.getItem(doc.store, next)
    if (!(item instanceof Y.Item)) return null
    const diff = next.clock - item.id.clock
    if (item.redone === null) return { item, diff }
    next = Y.createID(item.redone.client, item.redone.clock + diff)
  }
}

/** How much of the quote stands at the ends of these words, where its ends are there. */
function sameAtEnds(words: string, quote: string, hasFirst: boolean, hasLast: boolean): number {
  const most = Math.min(words.length, quote.length)
  const start = hasFirst ? sameAt(most, (at) => words[at] === quote[at]) : 0
  const end = hasLast ? sameAt(most - start, (at) => words.at(-1 - at) === quote.at(-1 - at)) : 0
  return start + end
}

function sameAt(most: number, isSame: (at: number) => boolean): number {
  let count = 0
  while (count < most && isSame(count)) count += 1
  return count
}

/**
 * How many characters of the range were there when the anchor was made, to be sure: they came
 * before its ends from the same Yjs client. Characters never change places, so they are its own.
 */
function knownToBeOwn(flat: FlatText, range: Range, ends: readonly Y.ID[]): number {
  let own = 0
  for (const { type, from, to } of runsIn(flat, range)) {
    let at = flatOffset(flat, type, 0) ?? 0
    for (const { id, length } of itemsOf(type)) {
      const known = ends.map(({ client, clock }) =>
        client === id.client ? clock + 1 - id.clock : 0,
      )
      const end = at + Math.min(length, Math.max(...known))
      own += Math.max(0, Math.min(end, to) - Math.max(at, from))
      at += length
    }
  }
  return own
}

function byQuote(words: string, anchor: Anchor): Range | null {
  const { quote, rival = -1 } = anchor
  // What a twin had of the context proves nothing: with a line typed beside it, it has much more.
  const proof = PROOF + Math.max(0, rival) - quote.length / QUOTE_PER_PROOF
  let best: Range | null = null
  let [most, next] = [-1, -1]
  let isProven = false
  let twins = 0
  for (const range of occurrences(words, quote)) {
    twins += 1
    if (twins > MAX_TWINS) return null
    const { score, isWhole, isThin } = contextScore(words, range, anchor)
    next = Math.max(next, Math.min(score, most))
    if (score <= most) continue
    best = range
    most = score
    isProven = isWhole || (isThin ? score / 2 : score) >= proof
  }
  const isAlone = next < 0 || (most > next && most >= MARGIN * next)
  return isProven && isAlone && most > rival ? best : null
}
