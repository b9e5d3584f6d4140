/**
 * What is searched of a plan, kept as a row beside its summary (summary-refresher.ts), so
 * that a search opens no document: its title, the fields' texts, its actions' texts.
 */
import type { SearchHit } from '../../shared/api/search.ts'
import type { ActionId, PlanId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { ACTION_TEXTS, type Action, type Plan } from '../../shared/plan/plan.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import type { FieldId } from '../../shared/templates/template.ts'
import { excerptOf } from '../../shared/text/excerpt.ts'
import { findFolded, foldApart, foldText, foldWithOrigins } from '../../shared/text/fold-text.ts'
import { oneLine } from '../../shared/text/plain-text.ts'

/** One text of a plan; empty ones are left out. */
export interface SearchedText {
  /** As SearchHit has it. */
  readonly textId: string
  readonly actionId: ActionId | null
  readonly text: string
}

export interface SearchedPlan {
  readonly planId: PlanId
  readonly title: string
  readonly template: { readonly id: string; readonly version: number }
  /** In reading order. */
  readonly texts: readonly SearchedText[]
  /** `foldedLines` of them. */
  readonly folded: string
}

export function searchedTexts(plan: Plan): readonly SearchedText[] {
  const title = { textId: 'title', actionId: null, text: plan.title }
  const fields = Object.entries(plan.texts).map(([textId, text]) => ({
    textId,
    actionId: null,
    text: oneLine(text),
  }))
  return [title, ...fields, ...plan.actions.flatMap(textsOf)].filter(({ text }) => text !== '')
}

/** What a search compares with: two lines a text, for both ways of reading pairs of letters. */
export function foldedLines(texts: readonly SearchedText[]): string {
  return texts.flatMap(({ text }) => [foldText(text), foldApart(text)]).join('\n')
}

/**
 * Where the words stand, one by one: whoever has enough asks for no more. The way back from
 * folded words to the text is looked for only where they are.
 *
 * @param wanted folded.
 * @param language of the fields' labels.
 */
export function* hitsIn(
  { planId, title, template, texts, folded }: SearchedPlan,
  wanted: string,
  language: Language,
): Generator<SearchHit> {
  const labels = findTemplate(template.id, template.version)?.words[language].fields ?? {}
  const lines = folded.split('\n')
  for (const [index, { textId, actionId, text }] of texts.entries()) {
    const isIn = lines.slice(2 * index, 2 * index + 2).some((line) => line.includes(wanted))
    const found = isIn ? findFolded(foldWithOrigins(text), wanted) : null
    if (!found) continue
    const place =
      actionId === null
        ? (labels[textId as FieldId]?.label ?? '')
        : (texts.find((other) => other.textId === `${actionId}.title`)?.text ?? '')
    yield { planId, planTitle: title, textId, actionId, place, ...excerptOf(text, found) }
  }
}

function textsOf({ id, texts }: Action): SearchedText[] {
  return ACTION_TEXTS.map((name) => ({
    textId: `${id}.${name}`,
    actionId: id,
    text: oneLine(texts[name]),
  }))
}
