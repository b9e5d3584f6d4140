/** What of a thread is drawn on the page: its place, and how its words look there. Pure. */
import { anchorOf, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { Anchor } from '../../shared/discuss/anchor.ts'
import type { WordRun } from '../../shared/text/word-diff.ts'
import type { Draft } from './discuss-setting.ts'
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

/** What is being written is seen at its place, too. */
export function markOfDraft({
  place,
  beside,
  mode,
}: Pick<Draft, 'place' | 'beside' | 'mode'>): MarkedThread {
  return {
    threadId: DRAFT,
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

/** Which of the words a suggestion takes away, and which it lets stand. */
export function spansOfChange(
  change: readonly WordRun[],
  start: number,
): { readonly gone: readonly Span[]; readonly kept: readonly Span[] } {
  const gone: Span[] = []
  const kept: Span[] = []
  let at = start
  for (const { kind, text } of change) {
    if (kind === 'new') continue
    ;(kind === 'gone' ? gone : kept).push({ from: at, to: at + text.length })
    at += text.length
  }
  return { gone, kept }
}
