/**
 * A plan as one self-contained HTML file, set like a page of a book: cover with
 * the wheel, contents, sections, actions. Readable on screen in light and dark,
 * printable on A4, no script, nothing fetched.
 *
 * Pure: the same document gives the same bytes. The file carries its own content
 * security policy, so that it stays inert wherever it is opened from.
 */
import type {
  DocumentField,
  DocumentSection,
  PlanDocument,
} from '../../shared/api/plan-document.ts'
import { languageTraits } from '../../shared/languages.ts'
import { fieldKey, PLAN_KEY, sectionKey } from './discussed-places.ts'
import { type ExportWords, exportWords } from './export-words.ts'
import type { ExportedDiscussion } from './exported-discussion.ts'
import { actionHtml, evidenceHtml, type HtmlContext } from './html-action.ts'
import { discussionHtml, marksHtml } from './html-discussion.ts'
import { escapeHtml } from './html-escape.ts'
import { HTML_POLICY, HTML_STYLE } from './html-style.ts'
import { textHtml } from './html-text.ts'
import { wheelSvg } from './html-wheel.ts'
import { countActions, periodText, progressOf, titleOf } from './plan-facts.ts'

const FIELD_HEADING = 3

/** @param discussion what was said about it; null: it stays in the house. */
export function exportHtml(
  document: PlanDocument,
  discussion: ExportedDiscussion | null = null,
): string {
  const words = exportWords(document.language)
  const context: HtmlContext = { words, textLanguage: document.textLanguage, discussion }
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(document.language)}" dir="${languageTraits(document.language).direction}">`,
    headHtml(document),
    '<body>',
    coverHtml(document, words),
    contentsHtml(document, words),
    '<main>',
    marksHtml(discussion, PLAN_KEY, words),
    ...document.sections.map((section) => sectionHtml(section, context)),
    discussion ? discussionHtml(discussion, words) : '',
    '</main>',
    footerHtml(document, words),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function headHtml(document: PlanDocument): string {
  return [
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(HTML_POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(titleOf(document))} · ${escapeHtml(document.school)}</title>`,
    `<style>${HTML_STYLE}</style>`,
    '</head>',
  ].join('\n')
}

function coverHtml(document: PlanDocument, words: ExportWords): string {
  // A plan without a title is called by its kind, which the template says in the page's language.
  const language = document.title === '' ? document.language : document.textLanguage
  const parts = document.sections.filter(({ commitment }) => commitment !== null)
  return [
    '<header class="cover">',
    `<p class="kind">${escapeHtml(document.kind)}</p>`,
    `<h1 lang="${escapeHtml(language)}" dir="auto">${escapeHtml(titleOf(document))}</h1>`,
    `<p class="school"><bdi>${escapeHtml(document.school)}</bdi></p>`,
    `<p class="period">${escapeHtml(periodText(document, words))}</p>`,
    `<figure>${wheelSvg(parts, words.wheel)}`,
    `<figcaption>${escapeHtml(words.wheelKey)}</figcaption></figure>`,
    '</header>',
  ].join('\n')
}

function contentsHtml({ sections }: PlanDocument, words: ExportWords): string {
  const entries = sections.map(
    (section) =>
      `<li>${numberHtml(section)}<a href="#${escapeHtml(section.id)}">${escapeHtml(section.title)}</a>` +
      `<span class="facts">${escapeHtml(progressOf(section, words))}</span></li>`,
  )
  return [
    '<nav aria-labelledby="contents">',
    `<h2 id="contents">${escapeHtml(words.contents)}</h2>`,
    `<ol>${entries.join('\n')}</ol>`,
    '</nav>',
  ].join('\n')
}

function numberHtml({ number }: DocumentSection): string {
  return number === null ? '' : `<span class="number">${number}</span> `
}

function sectionHtml(section: DocumentSection, context: HtmlContext): string {
  const id = escapeHtml(section.id)
  return [
    `<section class="${section.commitment === null ? 'part' : 'part commitment'}" aria-labelledby="${id}">`,
    `<h2 id="${id}">${numberHtml(section)}${escapeHtml(section.title)}</h2>`,
    `<p class="ask">${escapeHtml(section.ask)}</p>`,
    marksHtml(context.discussion, sectionKey(section.id), context.words),
    ...section.fields.map((field) => fieldHtml(field, context)),
    section.commitment === null ? '' : actionsHtml(section, context),
    '</section>',
  ].join('\n')
}

function fieldHtml(field: DocumentField, context: HtmlContext): string {
  const { id, label, text, evidence } = field
  const { words, textLanguage, discussion } = context
  const marks = marksHtml(discussion, fieldKey(id), words)
  const body =
    text.length > 0
      ? textHtml(text, { words, language: textLanguage, below: FIELD_HEADING })
      : `<p class="nothing">${escapeHtml(words.notWritten)}</p>`
  const shown =
    evidence.length > 0
      ? `<div class="shown-by"><p>${escapeHtml(words.evidence)}</p>${evidenceHtml(evidence)}</div>`
      : ''
  return `<div class="field"><h3>${escapeHtml(label)}</h3>${marks}\n${body}\n${shown}</div>`
}

function actionsHtml({ actions }: DocumentSection, context: HtmlContext): string {
  const { words } = context
  const count = actions.length > 0 ? countActions(actions, words) : ''
  return [
    '<div class="actions">',
    `<div class="actions-head"><h3>${escapeHtml(words.actions)}</h3>`,
    `<p class="facts">${escapeHtml(count)}</p></div>`,
    actions.length > 0
      ? actions.map((action) => actionHtml(action, context)).join('\n')
      : `<p class="nothing">${escapeHtml(words.noActions)}</p>`,
    '</div>',
  ].join('\n')
}

function footerHtml({ today }: PlanDocument, words: ExportWords): string {
  const exported = escapeHtml(words.exportedOn({ date: words.date(today) }))
  return `<footer><p>${exported}</p><p>${escapeHtml(words.independent)}</p></footer>`
}
