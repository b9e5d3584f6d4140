/**
 * What an accepted suggestion did, kept beside it as JSON so that it can be taken back: what
 * stood there, and what must still stand there. Written and read in the doc thread only.
 */
import type { Anchor } from '../../shared/discuss/anchor.ts'
import type { FactChange } from '../../shared/discuss/suggestion.ts'
import type { TextName } from '../../shared/discuss/thread-place.ts'
import type { ActionId } from '../../shared/ids.ts'
import type { Piece, XmlCopy } from './xml-copy.ts'

/** Words in one line. */
export interface AppliedWords {
  readonly kind: 'words'
  readonly text: TextName
  /** On the words around the changes, as they are since. */
  readonly anchor: Anchor
  /** All of those words: a quote may be only their beginning. */
  readonly words: string
  /** In order; `at` counts from the first of `words`. */
  readonly changes: readonly {
    readonly at: number
    readonly now: string
    readonly stood: readonly Piece[]
  }[]
}

/** Blocks beside each other, in the text or in one of its blocks. */
export interface AppliedBlocks {
  readonly kind: 'blocks'
  readonly text: TextName
  /** Yjs relative position of the first of them, base64. */
  readonly first: string
  readonly now: readonly XmlCopy[]
  readonly stood: readonly XmlCopy[]
}

export interface AppliedFact {
  readonly kind: 'fact'
  readonly actionId: ActionId
  /** `from` and `to` as they were suggested. */
  readonly change: FactChange
  /** Where the action stood, of one that went to another commitment. */
  readonly rank: string | null
}

export interface AppliedAction {
  readonly kind: 'new-action'
  readonly actionId: ActionId
  /** What it said: JSON of the Action, its place left out. */
  readonly said: string
}

export type AppliedChange = AppliedWords | AppliedBlocks | AppliedFact | AppliedAction
