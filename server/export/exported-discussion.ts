/**
 * What was discussed about a plan, as its exports show it: every word of it in the document's
 * language and as people read it, numbered as in the program, with the place each is on.
 *
 * Pure. What is said stays plain text: each exporter escapes it for its own syntax.
 */
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import type { Message, Suggestion, Thread } from '../../shared/api/threads.ts'
import { calendarDateAt } from '../../shared/calendar-date.ts'
import { bodyPieces } from '../../shared/discuss/mentions.ts'
import { anchorOf } from '../../shared/discuss/thread-place.ts'
import { wholeDiff, type WordRun, wordDiff } from '../../shared/text/word-diff.ts'
import { type ExportWords, exportWords } from './export-words.ts'
import { type FactNames, factWords } from './fact-words.ts'
import { placesOf } from './discussed-places.ts'

export interface ExportedDiscussion {
  /** The numbers of what is on a place, by its key (discussed-places.ts). */
  readonly marks: ReadonlyMap<string, readonly number[]>
  /** By number. */
  readonly notes: readonly ExportedNote[]
  readonly decisions: readonly ExportedDecision[]
}

export interface ExportedNote {
  readonly number: number
  readonly isSuggestion: boolean
  /** null: what it is on is not in the plan any more. */
  readonly placeKey: string | null
  readonly place: string
  /** Open, resolved, accepted …, by whom and when. */
  readonly state: string
  /** The words it is on; null: on none. */
  readonly quote: string | null
  /**
   * What a suggestion would do with those words, with a space between what is gone and what is new
   * in its place; empty: it is about something else.
   */
  readonly difference: readonly WordRun[]
  /** What else it suggests: a line each. */
  readonly facts: readonly string[]
  readonly messages: readonly ExportedMessage[]
  readonly decision: ExportedDecision | null
}

export interface ExportedMessage {
  /** Who and when. */
  readonly facts: string
  /** With line ends. */
  readonly words: string
}

export interface ExportedDecision {
  readonly number: number
  readonly sentence: string
  /** Who and when. */
  readonly facts: string
}

export interface DiscussionSetting extends FactNames {
  /** IANA name: on whose days it was said. */
  readonly timeZone: string
}

/** Letters of one export that are compared word by word: others wait for it, half a second at most. */
const MAX_COMPARED = 60_000

export function exportedDiscussion(
  document: PlanDocument,
  threads: readonly Thread[],
  setting: DiscussionSetting,
): ExportedDiscussion {
  const words = exportWords(document.language)
  const on = (atMs: number) => words.date(calendarDateAt(atMs, setting.timeZone))
  const places = placesOf(document, words)
  const compare = createCompare()
  const notes = threads.map((thread): ExportedNote => {
    const { key, title } = places(thread.place)
    const quote = anchorOf(thread.place)?.quote ?? null
    return {
      number: thread.number,
      isSuggestion: thread.suggestion !== null,
      placeKey: key,
      place: title,
      state: stateOf(thread, words, on),
      quote,
      difference: differenceOf(thread.suggestion, quote, compare),
      facts: thread.suggestion
        ? [
            `${words.discussion.suggestedBy}: ${byAndOn(thread.by.name, on(thread.atMs))}`,
            ...suggestedFacts(thread.suggestion, document, setting),
          ]
        : [],
      messages: messagesOf(thread, words, on),
      decision: thread.decision && {
        number: thread.number,
        sentence: thread.decision.sentence,
        facts: byAndOn(thread.decision.by.name, on(thread.decision.atMs)),
      },
    }
  })
  return {
    marks: marksOf(notes),
    notes,
    decisions: notes.flatMap(({ decision }) => decision ?? []),
  }
}

/** By whose name a note goes: 'Kommentar 3'. */
export function noteTitle({ number, isSuggestion }: ExportedNote, words: ExportWords): string {
  return isSuggestion
    ? words.discussion.suggestion({ number })
    : words.discussion.comment({ number })
}

type On = (atMs: number) => string

function stateOf({ suggestion, state, resolvedBy }: Thread, words: ExportWords, on: On): string {
  const { discussion } = words
  if (!suggestion) {
    const by = resolvedBy && byAndOn(resolvedBy.name, '')
    return by ? `${discussion.resolved}: ${by}` : discussion.states[state]
  }
  const { settledBy, settledAtMs } = suggestion
  const said = discussion.suggestionStates[suggestion.state]
  if (!settledBy || settledAtMs === null) return said
  return `${said}: ${byAndOn(settledBy.name, on(settledAtMs))}`
}

type Compare = typeof wordDiff

/** Word by word until so much was; the rest as a whole. */
function createCompare(): Compare {
  let left = MAX_COMPARED
  return (before, after) => {
    left -= before.length + after.length
    return left < 0 ? wholeDiff(before, after) : wordDiff(before, after)
  }
}

function differenceOf(
  suggestion: Suggestion | null,
  quote: string | null,
  compare: Compare,
): readonly WordRun[] {
  if (suggestion?.change.kind !== 'words') return []
  return apart(compare(quote ?? '', suggestion.change.words))
}

/** A space between what is gone and what is new in its place: read without colours, too, they are two. */
function apart(runs: readonly WordRun[]): readonly WordRun[] {
  return runs.flatMap((run, at) => {
    const before = runs[at - 1]
    const isBare = before?.kind === 'gone' && /\S$/.test(before.text) && /^\S/.test(run.text)
    return run.kind === 'new' && isBare ? [{ kind: 'same', text: ' ' }, run] : [run]
  })
}

function suggestedFacts(
  { change, reason }: Suggestion,
  document: PlanDocument,
  setting: DiscussionSetting,
): readonly string[] {
  const { discussion } = exportWords(document.language)
  return [
    ...factWords(change, document, setting),
    ...(reason === null ? [] : [`${discussion.reason}: ${reason}`]),
  ]
}

function messagesOf({ messages }: Thread, words: ExportWords, on: On): readonly ExportedMessage[] {
  return messages.flatMap((message) => {
    const said = message.isGone ? words.discussion.taken : wordsOf(message)
    return said === null ? [] : [{ facts: byAndOn(message.by.name, on(message.atMs)), words: said }]
  })
}

/** With people by their names; null: the suggestion beside it says all. */
function wordsOf({ body, mentions }: Message): string | null {
  if (body === null) return null
  const names = new Map<string, string>(mentions.map(({ memberId, name }) => [memberId, name]))
  return bodyPieces(body)
    .map((piece) => {
      if (typeof piece === 'string') return piece
      return `@${names.get(piece.memberId) ?? `{${piece.memberId}}`}`
    })
    .join('')
}

function marksOf(notes: readonly ExportedNote[]): ReadonlyMap<string, readonly number[]> {
  const marks = new Map<string, number[]>()
  for (const { placeKey, number } of notes) {
    if (placeKey === null) continue
    marks.set(placeKey, [...(marks.get(placeKey) ?? []), number])
  }
  return marks
}

function byAndOn(name: string, date: string): string {
  return date === '' ? name : `${name}, ${date}`
}
