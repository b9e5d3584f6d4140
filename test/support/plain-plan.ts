/** Plans by hand: an empty one, its actions, and texts of plain paragraphs. */
import type { ActionId } from '../../shared/ids.ts'
import type { Action, Plan } from '../../shared/plan/plan.ts'
import type { Rank } from '../../shared/plan/rank.ts'
import { etwinningSchoolV1 } from '../../shared/templates/etwinning-school-v1.ts'
import type { RichText } from '../../shared/text/rich-text.ts'

export const EMPTY_PLAN: Plan = {
  schema: 1,
  title: 'Vår plan',
  language: 'nb',
  periodStart: null,
  periodEnd: null,
  template: { id: etwinningSchoolV1.id, version: etwinningSchoolV1.version },
  texts: {},
  actions: [],
  deletedActions: [],
  evidence: [],
}

/** @param digit of its id. */
export function plainAction(digit: string, change: Partial<Action> = {}): Action {
  const texts = {
    title: [],
    goal: [],
    description: [],
    indicator: [],
    pupilsPart: [],
    resources: [],
  }
  return {
    id: digit.repeat(20) as ActionId,
    commitment: 'leadership',
    rank: 'a0' as Rank,
    texts,
    owners: [],
    start: null,
    due: null,
    deletedAtMs: null,
    status: 'planned',
    checkIns: [],
    ...change,
  }
}

export function titledAction(digit: string, title: string, change: Partial<Action> = {}): Action {
  const action = plainAction(digit, change)
  return { ...action, texts: { ...action.texts, title: paragraphs(title) } }
}

export function planWith(...actions: readonly Action[]): Plan {
  return { ...EMPTY_PLAN, actions }
}

export function paragraphs(...words: readonly string[]): RichText {
  return words.map((text) => ({
    type: 'paragraph',
    content: [{ type: 'text', text, marks: [] }],
  }))
}
