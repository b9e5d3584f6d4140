/**
 * What was discussed as HTML: under each place the numbers of what is on it, and after the plan
 * the notes themselves and the decisions, with links back and forth.
 */
import type { WordRun } from '../../shared/text/word-diff.ts'
import type { ExportWords } from './export-words.ts'
import {
  type ExportedDecision,
  type ExportedDiscussion,
  type ExportedNote,
  noteTitle,
} from './exported-discussion.ts'
import { escapeHtml } from './html-escape.ts'

/** @returns the numbers of what is on a place, as links to the notes; '' when nothing is. */
export function marksHtml(
  discussion: ExportedDiscussion | null,
  key: string,
  words: ExportWords,
): string {
  const numbers = discussion?.marks.get(key) ?? []
  if (numbers.length === 0) return ''
  const links = numbers.map((number) => `<a href="#note-${number}">${number}</a>`).join(', ')
  return `<p class="marks" id="${markId(key)}">${escapeHtml(words.discussion.seeNotes)}: ${links}</p>`
}

export function discussionHtml(
  { notes, decisions }: ExportedDiscussion,
  words: ExportWords,
): string {
  const { heading, decisions: decided } = words.discussion
  return [
    notes.length > 0
      ? partHtml('all-notes', heading, notes.map((note) => noteHtml(note, words)).join('\n'))
      : '',
    decisions.length > 0
      ? partHtml(
          'all-decisions',
          decided,
          `<ol class="decisions">${decisions.map((one) => decisionItem(one, words)).join('\n')}</ol>`,
        )
      : '',
  ].join('\n')
}

/** @param body HTML. */
function partHtml(id: string, title: string, body: string): string {
  return `<section class="part" aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>\n${body}\n</section>`
}

function noteHtml(note: ExportedNote, words: ExportWords): string {
  const { number, place, placeKey, state, quote, difference, facts, messages, decision } = note
  const labels = words.discussion
  const back =
    placeKey === null
      ? `<bdi>${escapeHtml(place)}</bdi>`
      : `<a href="#${markId(placeKey)}"><span class="unseen">${escapeHtml(labels.backTo({ place: '' }))}</span><bdi>${escapeHtml(place)}</bdi></a>`
  return [
    `<article class="note" aria-labelledby="note-${number}">`,
    `<h3 id="note-${number}">${escapeHtml(noteTitle(note, words))}</h3>`,
    `<p class="facts">${back} · ${escapeHtml(state)}</p>`,
    quote !== null && difference.length === 0
      ? `<blockquote dir="auto">${linesHtml(quote)}</blockquote>`
      : '',
    difference.length > 0
      ? `<p class="difference" dir="auto"><span class="unseen">${escapeHtml(labels.change)}: </span>${difference.map((run) => runHtml(run, words)).join('')}</p>`
      : '',
    ...facts.map((fact) => `<p dir="auto">${linesHtml(fact)}</p>`),
    ...messages.map(
      ({ facts: by, words: said }) =>
        `<div class="message"><p class="facts"><bdi>${escapeHtml(by)}</bdi></p><p dir="auto">${linesHtml(said)}</p></div>`,
    ),
    decision
      ? `<p class="decision" dir="auto"><b>${escapeHtml(labels.decision)}:</b> ${escapeHtml(decision.sentence)} <span class="facts"><bdi>${escapeHtml(decision.facts)}</bdi></span></p>`
      : '',
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function decisionItem({ number, sentence, facts }: ExportedDecision, words: ExportWords): string {
  const { comment } = words.discussion
  return `<li><span dir="auto">${escapeHtml(sentence)}</span> <span class="facts"><bdi>${escapeHtml(facts)}</bdi> · <a href="#note-${number}">${escapeHtml(comment({ number }))}</a></span></li>`
}

function runHtml({ kind, text }: WordRun, { discussion }: ExportWords): string {
  if (kind === 'same') return linesHtml(text)
  const [tag, label] = kind === 'gone' ? ['del', discussion.takenOut] : ['ins', discussion.putIn]
  return `<${tag}><span class="unseen">${escapeHtml(label)}: </span>${linesHtml(text)}</${tag}>`
}

function linesHtml(text: string): string {
  return escapeHtml(text).replace(/\n/g, '<br>')
}

/** Ids of fields have a dot and those of actions are ours: nothing in them ends an attribute. */
function markId(key: string): string {
  return escapeHtml(`at-${key.replace(':', '-')}`)
}
