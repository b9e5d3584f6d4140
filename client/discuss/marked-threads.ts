/** What of a thread is drawn on the page: its place, and how its words look there. Pure. */
import { anchorOf, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { Anchor } from '../../shared/discuss/anchor.ts'
import type { WordRun } from '../../shared/text/word-diff.ts'
import type { Begun } from './begun.ts'
import { letterOf } from './letters.ts'
import { placeName, textIdOf } from './place-name.ts'
import type { ShownThread } from './shown-threads.ts'

export interface MarkedThread {
  readonly threadId: string
  readonly letter: string
  readonly placeName: string
  readonly place: ThreadPlace
  /** null: it is in no text. */
  readonly textId: string | null
  /** null: it is on no words. */
  readonly anchor: Anchor | null
  /** The words that are suggested in place of the anchored ones; null: none are. */
  readonly words: string | null
  readonly isSuggestion: boolean
}

export function markOf({ threadId, number, place, suggestion }: ShownThread): MarkedThread {
  const change = suggestion?.state === 'open' ? suggestion.change : null
  return {
    threadId,
    letter: letterOf(number),
    placeName: placeName(place),
    place,
    textId: textIdOf(place),
    anchor: anchorOf(place),
    words: change?.kind === 'words' ? change.words : null,
    isSuggestion: suggestion !== null,
  }
}

/** What goes for an id of what is being written. */
export const DRAFT = 'draft'

/** And of what was begun and left. */
export function leftDraftId({ key }: Pick<Begun, 'key'>): string {
  return `${DRAFT} ${key}`
}

export function isDraftId(threadId: string): boolean {
  return threadId === DRAFT || threadId.startsWith(`${DRAFT} `)
}

/** What is being written, or was left, is seen at its place, too. */
export function markOfDraft(threadId: string, { place, beside, mode }: Begun): MarkedThread {
  return {
    threadId,
    letter: letterOf(0),
    placeName: beside ?? placeName(place),
    place,
    textId: textIdOf(place),
    anchor: anchorOf(place),
    words: null,
    isSuggestion: mode === 'suggest',
  }
}

/** Part of a text: from the first to behind the last character. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Words that a suggestion would put in, and behind which character. */
export interface Insert {
  readonly at: number
  readonly words: string
}

export interface SpansOfChange {
  readonly gone: readonly Span[]
  readonly kept: readonly Span[]
  readonly fresh: readonly Insert[]
}

/** Which of the words a suggestion takes away, which it lets stand, and what it puts in where. */
export function spansOfChange(change: readonly WordRun[], start: number): SpansOfChange {
  const gone: Span[] = []
  const kept: Span[] = []
  const fresh: Insert[] = []
  let at = start
  for (const { kind, text } of change) {
    if (kind === 'new') {
      fresh.push({ at, words: text.trim() || ' ' })
      continue
    }
    ;(kind === 'gone' ? gone : kept).push({ from: at, to: at + text.length })
    at += text.length
  }
  return { gone, kept, fresh }
}
