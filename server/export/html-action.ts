/** One action as HTML: its number, title and status, facts in small lines, then its texts. */
import type { DocumentAction, DocumentEvidence } from '../../shared/api/plan-document.ts'
import { actionKey } from './discussed-places.ts'
import type { ExportWords } from './export-words.ts'
import type { ExportedDiscussion } from './exported-discussion.ts'
import { marksHtml } from './html-discussion.ts'
import { escapeHtml } from './html-escape.ts'
import { lateMark, statusMark } from './html-marks.ts'
import { lineHtml, linkHtml, textHtml } from './html-text.ts'

export interface HtmlContext {
  readonly words: ExportWords
  /** BCP 47 tag of what people wrote. */
  readonly textLanguage: string
  /** null: it stays in the house. */
  readonly discussion: ExportedDiscussion | null
}

/** The texts of an action below its title, in reading order. */
const TEXTS = ['goal', 'description', 'indicator', 'pupilsPart', 'resources'] as const
const ACTION_HEADING = 4

export function actionHtml(action: DocumentAction, context: HtmlContext): string {
  const { words, textLanguage } = context
  const title =
    action.title.length > 0 ? lineHtml(action.title, textLanguage) : escapeHtml(words.untitled)
  return [
    `<article class="action" aria-labelledby="action-${escapeHtml(action.id)}">`,
    '<div class="action-head">',
    `<h4 id="action-${escapeHtml(action.id)}"><span class="number">${escapeHtml(action.number)}</span> ${title}</h4>`,
    statusHtml(action, words),
    '</div>',
    factsHtml(action, words),
    marksHtml(context.discussion, actionKey(action.id), words),
    detailsHtml(action, context),
    '</article>',
  ].join('\n')
}

/** What shows that a field or an action is so; '' when there is nothing. */
export function evidenceHtml(evidence: readonly DocumentEvidence[]): string {
  if (evidence.length === 0) return ''
  const items = evidence.map(({ label, address }) => {
    const words = `<bdi>${escapeHtml(label)}</bdi>`
    if (address === null) return `<li>${words}</li>`
    return `<li>${linkHtml(address, words)} <span class="address">${escapeHtml(address)}</span></li>`
  })
  return `<ul class="evidence">${items.join('\n')}</ul>`
}

function statusHtml({ status, daysLate }: DocumentAction, words: ExportWords): string {
  const late =
    daysLate > 0
      ? `<span class="late">${lateMark()}${escapeHtml(words.daysLate({ days: daysLate }))}</span>`
      : ''
  return (
    `<p class="status"><span class="unseen">${escapeHtml(words.status)}: </span>` +
    `<span>${statusMark(status)}${escapeHtml(words.statuses[status])}</span>${late}</p>`
  )
}

/** Owners and dates on one line, as much of it as there is. */
function factsHtml({ owners, start, due }: DocumentAction, words: ExportWords): string {
  const names = owners.map((owner) => `<bdi>${escapeHtml(owner)}</bdi>`).join(', ')
  const facts = [
    owners.length > 0
      ? `<span class="unseen">${escapeHtml(words.owners)}: </span><b>${names}</b>`
      : '',
    start === null ? '' : escapeHtml(words.startsOn({ date: words.date(start) })),
    due === null ? '' : escapeHtml(words.dueOn({ date: words.date(due) })),
  ].filter((fact) => fact !== '')
  return facts.length > 0 ? `<p class="facts">${facts.join(' · ')}</p>` : ''
}

function detailsHtml(action: DocumentAction, context: HtmlContext): string {
  const { words, textLanguage } = context
  const texts = TEXTS.filter((name) => action[name].length > 0).map((name) =>
    detailHtml(
      words[name],
      textHtml(action[name], { words, language: textLanguage, below: ACTION_HEADING }),
    ),
  )
  const details = [
    ...texts,
    action.checkIns.length > 0
      ? detailHtml(words.checkIns, checkInsHtml(action.checkIns, context))
      : '',
    action.evidence.length > 0 ? detailHtml(words.evidence, evidenceHtml(action.evidence)) : '',
  ].filter((detail) => detail !== '')
  return details.length > 0 ? `<dl>${details.join('\n')}</dl>` : ''
}

/** @param value HTML. */
function detailHtml(label: string, value: string): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd>${value}</dd></div>`
}

function checkInsHtml(checkIns: DocumentAction['checkIns'], context: HtmlContext): string {
  const { words, textLanguage } = context
  const items = checkIns.map(({ date, status, text, by }) => {
    const facts = `${escapeHtml(words.date(date))} · <bdi>${escapeHtml(by)}</bdi> · ${escapeHtml(words.statuses[status])}`
    const said =
      text === '' ? '' : `<p lang="${escapeHtml(textLanguage)}" dir="auto">${escapeHtml(text)}</p>`
    return `<li><p class="facts">${facts}</p>${said}</li>`
  })
  return `<ul class="check-ins">${items.join('\n')}</ul>`
}
