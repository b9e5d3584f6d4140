/**
 * Where the plan has some words: all texts of fields and actions, open or folded. Without
 * case and accents. Pure: what is read once is searched often.
 */
import type { ActionId } from '../../shared/ids.ts'
import { ACTION_TEXTS, type Plan } from '../../shared/plan/plan.ts'
import {
  FEWEST_LETTERS,
  type FoldedText,
  findFolded,
  foldText,
  foldWithOrigins,
} from '../../shared/text/fold-text.ts'
import { excerptOf } from '../../shared/text/excerpt.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import { actionTextId } from '../open-plan/place-of.ts'
import type { MapSection } from './plan-map.ts'

/** A text that has the words. */
export interface PlanHit {
  /** Of the text: a field's, or '<actionId>.<name>'. */
  readonly textId: string
  /** null in a field of the template. */
  readonly actionId: ActionId | null
  /** The field's label, or the action's number and title. */
  readonly place: string
  readonly excerpt: string
  /** As they stand there. */
  readonly words: string
}

interface SearchedText extends Pick<PlanHit, 'textId' | 'actionId' | 'place'> {
  readonly text: string
  readonly folded: FoldedText
}

/** Titles are places one can go to, and are found as such. */
const SEARCHED = ACTION_TEXTS.filter((name) => name !== 'title')
const MOST_HITS = 20

/** @returns the search, over the plan as it is now. */
export function createPlanSearch(
  plan: Plan,
  sections: readonly MapSection[],
): (search: string) => readonly PlanHit[] {
  const texts = sections.flatMap((section) => textsOf(plan, section))
  return (search) => {
    const wanted = foldText(search).trim()
    if (wanted.length < FEWEST_LETTERS) return []
    const hits: PlanHit[] = []
    for (const searched of texts) {
      const hit = hitIn(searched, wanted)
      if (hit) hits.push(hit)
      if (hits.length === MOST_HITS) break
    }
    return hits
  }
}

function textsOf(plan: Plan, { number, fields, actions }: MapSection): SearchedText[] {
  const ofFields = fields.map(({ id, words }) =>
    searched({ textId: id, actionId: null, place: words.label }, oneLine(plan.texts[id] ?? [])),
  )
  const ofActions = actions.flatMap((action, index) => {
    const place = `${number}.${index + 1} ${oneLine(action.texts.title)}`
    return SEARCHED.map((name) => {
      const textId = actionTextId(action.id, name)
      return searched({ textId, actionId: action.id, place }, oneLine(action.texts[name]))
    })
  })
  return [...ofFields, ...ofActions].filter(({ text }) => text !== '')
}

function searched(
  where: Pick<PlanHit, 'textId' | 'actionId' | 'place'>,
  text: string,
): SearchedText {
  return { ...where, text, folded: foldWithOrigins(text) }
}

function hitIn({ text, folded, ...where }: SearchedText, wanted: string): PlanHit | null {
  const found = findFolded(folded, wanted)
  if (!found) return null
  return { ...where, ...excerptOf(text, found) }
}
