/**
 * What was discussed as Markdown: under each place the numbers of what is on it, and after the
 * plan a heading for each note. The links lead to the headings as GitHub, Pandoc and most others
 * name them; where they do not, the numbers say the same.
 */
import type { WordRun } from '../../shared/text/word-diff.ts'
import type { ExportWords } from './export-words.ts'
import {
  type ExportedDecision,
  type ExportedDiscussion,
  type ExportedNote,
  noteTitle,
} from './exported-discussion.ts'
import { escapeLineStart, escapeMarkdown, markdownHeading } from './markdown-escape.ts'
import { inlineMarkdown } from './markdown-inline.ts'
import { itemMarkdown } from './markdown-text.ts'

export function marksMarkdown(
  discussion: ExportedDiscussion | null,
  key: string,
  words: ExportWords,
): string {
  if (!discussion) return ''
  const numbers = discussion.marks.get(key) ?? []
  const links = discussion.notes
    .filter(({ number }) => numbers.includes(number))
    .map((note) => `[${note.number}](#${anchorOf(noteTitle(note, words))})`)
  return links.length > 0 ? `${line(words.discussion.seeNotes)}: ${links.join(', ')}` : ''
}

/** Blocks, for between empty lines. */
export function discussionBlocks(
  { notes, decisions }: ExportedDiscussion,
  words: ExportWords,
): readonly string[] {
  const { heading, decisions: decided } = words.discussion
  return [
    ...(notes.length > 0 ? [markdownHeading(2, line(heading))] : []),
    ...notes.flatMap((note) => noteBlocks(note, words)),
    ...(decisions.length > 0 ? [markdownHeading(2, line(decided))] : []),
    decisions.map((one) => decisionItem(one, notes, words)).join('\n'),
  ]
}

function noteBlocks(note: ExportedNote, words: ExportWords): readonly string[] {
  const { place, state, quote, difference, facts, messages, decision } = note
  const labels = words.discussion
  return [
    markdownHeading(3, line(noteTitle(note, words))),
    line(`${place} · ${state}`),
    quote !== null && difference.length === 0 ? linesMarkdown(quote).replace(/^/gm, '> ') : '',
    difference.length > 0 ? differenceMarkdown(labels.change, difference) : '',
    ...facts.map(linesMarkdown),
    ...messages.map(({ facts: by, words: said }) =>
      itemMarkdown('-', `${labelMarkdown(by)}\n\n${linesMarkdown(said)}`),
    ),
    decision ? `${labelMarkdown(labels.decision)} ${oneLine(decision.sentence)}` : '',
  ]
}

function decisionItem(
  { number, sentence, facts }: ExportedDecision,
  notes: readonly ExportedNote[],
  words: ExportWords,
): string {
  const note = notes.find((one) => one.number === number)
  const title = note ? noteTitle(note, words) : String(number)
  const link = `[${escapeMarkdown(title)}](#${anchorOf(title)})`
  return itemMarkdown('-', `${line(sentence)} (${escapeMarkdown(facts)}, ${link})`)
}

/** By the writer of rich text, which knows what may stand beside an emphasis. */
function differenceMarkdown(label: string, runs: readonly WordRun[]): string {
  const inlines = runs.flatMap(({ kind, text }) =>
    text.split('\n').flatMap((words, index) => {
      const mark = kind === 'gone' ? 'strike' : 'bold'
      const marks = kind === 'same' ? [] : [{ type: mark } as const]
      const run = words === '' ? [] : [{ type: 'text', text: words, marks } as const]
      return index === 0 ? run : [{ type: 'hardBreak' } as const, ...run]
    }),
  )
  return `${labelMarkdown(label)}\n\n${inlineMarkdown(inlines, 'lines')}`
}

/** Each line for itself, with a break that every reader keeps. */
function linesMarkdown(text: string): string {
  return text
    .split('\n')
    .map((one) => line(one).trimEnd())
    .filter((one) => one !== '')
    .join('\\\n')
}

function labelMarkdown(label: string): string {
  return `**${oneLine(label)}:**`
}

function oneLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim())
}

function line(text: string): string {
  return escapeLineStart(escapeMarkdown(text))
}

/** How a heading of our own words and a number is named in an address: 'kommentar-3'. */
function anchorOf(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
}
