/**
 * A plan as Markdown (CommonMark; checklists and struck-out words as GitHub
 * writes them): headings for sections, fields and actions, facts as a list.
 *
 * Pure. In the language the document was made in.
 */
import type {
  DocumentAction,
  DocumentEvidence,
  DocumentField,
  DocumentSection,
  PlanDocument,
} from '../../shared/api/plan-document.ts'
import { type ExportWords, exportWords } from './export-words.ts'
import { actionKey, fieldKey, PLAN_KEY, sectionKey } from './discussed-places.ts'
import type { ExportedDiscussion } from './exported-discussion.ts'
import { discussionBlocks, marksMarkdown } from './markdown-discussion.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import {
  escapeLineStart,
  escapeMarkdown,
  markdownAddress,
  markdownHeading,
} from './markdown-escape.ts'
import { inlineMarkdown } from './markdown-inline.ts'
import { itemMarkdown, startsWithParagraph, textMarkdown } from './markdown-text.ts'
import { oneLineOf } from './nest-marks.ts'

const FIELD_HEADING = 3
const ACTION_HEADING = 4
const TEXTS = ['goal', 'description', 'indicator', 'pupilsPart', 'resources'] as const

/** @param discussion what was said about it; null: it stays in the house. */
export function exportMarkdown(
  document: PlanDocument,
  discussion: ExportedDiscussion | null = null,
): string {
  const words = exportWords(document.language)
  const marks = (key: string) => marksMarkdown(discussion, key, words)
  const blocks = [
    heading(1, document.title === '' ? document.kind : document.title),
    document.title === '' ? '' : line(document.kind),
    factsMarkdown(document, words),
    marks(PLAN_KEY),
    ...document.sections.flatMap((section) => sectionBlocks(section, words, marks)),
    ...(discussion ? discussionBlocks(discussion, words) : []),
    '---',
    line(`${words.exportedOn({ date: words.date(document.today) })} ${words.independent}`),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function factsMarkdown(
  { school, periodStart, periodEnd }: PlanDocument,
  words: ExportWords,
): string {
  const dates = [periodStart, periodEnd].filter((date) => date !== null).map(words.date)
  return terms([term(words.school, school), term(words.period, dates.join(' – '))])
}

/** What is said of a place, as a line; '' when nothing is. */
type Marks = (key: string) => string

function sectionBlocks(section: DocumentSection, words: ExportWords, marks: Marks): string[] {
  const { id, number, title, ask, fields, commitment, actions } = section
  const blocks = [
    heading(2, number === null ? title : `${number} ${title}`),
    line(ask),
    marks(sectionKey(id)),
    ...fields.flatMap((field) => fieldBlocks(field, words, marks)),
  ]
  if (commitment === null) return blocks
  return [
    ...blocks,
    heading(3, words.actions),
    ...(actions.length > 0
      ? actions.flatMap((action) => actionBlocks(action, words, marks))
      : [line(words.noActions)]),
  ]
}

function fieldBlocks(field: DocumentField, words: ExportWords, marks: Marks): string[] {
  const { id, label, text, evidence } = field
  const written = textMarkdown(text, FIELD_HEADING)
  return [
    heading(3, label),
    marks(fieldKey(id)),
    written === '' ? line(words.notWritten) : written,
    evidence.length > 0 ? labelMarkdown(words.evidence) : '',
    evidenceMarkdown(evidence),
  ]
}

function actionBlocks(action: DocumentAction, words: ExportWords, marks: Marks): string[] {
  const { number, title, owners, start, due, status, daysLate, checkIns, evidence } = action
  const name = inlineMarkdown(oneLineOf(title), 'spaces')
  const late = daysLate > 0 ? ` (${words.daysLate({ days: daysLate })})` : ''
  return [
    markdownHeading(ACTION_HEADING, `${number} ${name === '' ? line(words.untitled) : name}`),
    marks(actionKey(action.id)),
    terms([
      term(words.owners, owners.join(', ')),
      term(words.start, start === null ? '' : words.date(start)),
      term(words.due, due === null ? '' : words.date(due)),
      term(words.status, words.statuses[status] + late),
      ...TEXTS.map((key) => textTerm(words[key], action[key])),
      blockTerm(words.checkIns, checkInsMarkdown(checkIns, words)),
      blockTerm(words.evidence, evidenceMarkdown(evidence)),
    ]),
  ]
}

function checkInsMarkdown(checkIns: DocumentAction['checkIns'], words: ExportWords): string {
  return checkIns
    .map(({ date, by, status, text }) => {
      const facts = `${by}, ${words.date(date)}, ${words.statuses[status]}`
      return itemMarkdown('-', line(text === '' ? facts : `${facts}: ${text}`))
    })
    .join('\n')
}

function evidenceMarkdown(evidence: readonly DocumentEvidence[]): string {
  return evidence
    .map(({ label, address }) =>
      itemMarkdown(
        '-',
        address === null ? line(label) : `[${escapeMarkdown(label)}](${markdownAddress(address)})`,
      ),
    )
    .join('\n')
}

/** A list of labelled values, those that are empty left out. */
function terms(items: readonly string[]): string {
  return items.filter((item) => item !== '').join('\n')
}

function term(label: string, value: string): string {
  return value === '' ? '' : itemMarkdown('-', `${labelMarkdown(label)} ${escapeMarkdown(value)}`)
}

/** A text goes on behind its label when it begins with a paragraph. */
function textTerm(label: string, text: RichText): string {
  const markdown = textMarkdown(text, ACTION_HEADING)
  if (!startsWithParagraph(text)) return blockTerm(label, markdown)
  return itemMarkdown('-', `${labelMarkdown(label)} ${markdown}`)
}

function blockTerm(label: string, markdown: string): string {
  return markdown === '' ? '' : itemMarkdown('-', `${labelMarkdown(label)}\n\n${markdown}`)
}

function labelMarkdown(label: string): string {
  return `**${escapeMarkdown(label)}:**`
}

function heading(level: number, title: string): string {
  return markdownHeading(level, line(title))
}

/** A plain text on a line of its own. */
function line(text: string): string {
  return escapeLineStart(escapeMarkdown(text))
}
