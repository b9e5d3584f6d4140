/**
 * What was discussed as the template's data: plain words, printed line by line. The template
 * makes the links from numbers that stand here; no word of anybody's becomes a label.
 */
import type { ExportedDiscussion, ExportedNote } from './exported-discussion.ts'
import { noteTitle } from './exported-discussion.ts'
import type { ExportWords } from './export-words.ts'
import { directionOf } from './pdf-text.ts'
import type { Printer } from './printable-text.ts'

interface Setting {
  readonly words: ExportWords
  readonly printer: Printer
}

/** The numbers of what is on a place; `at` is the place's own, for the way back. */
export interface PdfMarks {
  readonly at: number
  readonly numbers: readonly number[]
}

/** By a place's key; null: nothing is on it. */
export type MarksAt = (key: string) => PdfMarks | null

export function pdfMarks(discussion: ExportedDiscussion | null): MarksAt {
  const keys = [...(discussion?.marks.keys() ?? [])]
  return (key) => {
    const numbers = discussion?.marks.get(key)
    return numbers ? { at: keys.indexOf(key), numbers } : null
  }
}

/** null: it stays in the house, or nothing was said. */
export function discussionModel(
  discussion: ExportedDiscussion | null,
  marksAt: MarksAt,
  setting: Setting,
) {
  if (!discussion || discussion.notes.length === 0) return null
  const { words, printer } = setting
  const { heading, decisions, change, decision } = words.discussion
  return {
    heading: printer.print(heading),
    decisionsHeading: printer.print(decisions),
    change: printer.print(change),
    decision: printer.print(decision),
    notes: discussion.notes.map((note) => noteModel(note, marksAt, setting)),
    decisions: discussion.decisions.map(({ number, sentence, facts }) => ({
      number,
      sentence: printer.print(sentence),
      dir: directionOf(sentence),
      facts: printer.print(facts),
    })),
  }
}

function noteModel(note: ExportedNote, marksAt: MarksAt, { words, printer }: Setting) {
  const { number, placeKey, place, state, quote, difference, facts, messages, decision } = note
  const isChange = difference.length > 0
  const changed = difference.map(({ text }) => text).join('')
  return {
    number,
    title: printer.print(noteTitle(note, words)),
    place: printer.print(place),
    at: placeKey === null ? null : (marksAt(placeKey)?.at ?? null),
    state: printer.print(state),
    quote: quote === null || isChange ? null : said(quote, printer),
    difference: {
      dir: directionOf(changed),
      runs: difference.map(({ kind, text }) => ({ kind, lines: linesOf(text, printer) })),
    },
    facts: facts.map((fact) => said(fact, printer)),
    messages: messages.map((message) => ({
      facts: printer.print(message.facts),
      ...said(message.words, printer),
    })),
    decision:
      decision === null
        ? null
        : { facts: printer.print(decision.facts), ...said(decision.sentence, printer) },
  }
}

function said(text: string, printer: Printer) {
  return { dir: directionOf(text), lines: linesOf(text, printer) }
}

function linesOf(text: string, printer: Printer): readonly string[] {
  return text.split('\n').map((line) => printer.print(line))
}
