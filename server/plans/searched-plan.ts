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
}

export function searchedTexts(plan: Plan): readonly SearchedText[] {
  const title = { textId: 'title', actionId: null, text: plan.title }
  const fields = Object.entries(plan.texts).map(([textId, text]) => ({
    ...{ textId, actionId: null, text: oneLine(text) },
  }))
  return [title, ...fields, ...plan.actions.flatMap(textsOf)].filter(({ text }) => text !== '')
}

/** What a search compares with: every text in both ways of reading pairs of letters. */
export function foldedWords(texts: readonly SearchedText[]): string {
  return texts.flatMap(({ text }) => [...new Set([foldText(text), foldApart(text)])]).join('\n')
}

/** @param wanted folded. @param language of the fields' labels. */
export function hitsIn(
  { planId, title, template, texts }: SearchedPlan,
  wanted: string,
  language: Language,
): readonly SearchHit[] {
  const labels = findTemplate(template.id, template.version)?.words[language].fields ?? {}
  return texts.flatMap(({ textId, actionId, text }) => {
    const found = findFolded(foldWithOrigins(text), wanted)
    if (!found) return []
    const place =
      actionId === null
        ? (labels[textId as FieldId]?.label ?? '')
        : (texts.find((other) => other.textId === `${actionId}.title`)?.text ?? '')
    return [{ planId, planTitle: title, textId, actionId, place, ...excerptOf(text, found) }]
  })
}

function textsOf({ id, texts }: Action): SearchedText[] {
  return ACTION_TEXTS.map((name) => ({
    textId: `${id}.${name}`,
    actionId: id,
    text: oneLine(texts[name]),
  }))
}
