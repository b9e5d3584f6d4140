/**
 * In what a plan that was set aside differs from the plan as it is now. Pure.
 *
 * Compared whole: `[]` only when everything in it is also in the plan. What others
 * have added since is no difference. A text counts as there when every block of it
 * is; what is missing is the blocks that are not.
 */
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { canonicalPlan } from '../../shared/plan/canonical-plan.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import {
  type Action,
  ACTION_TEXTS,
  type ActionTextName,
  type Owner,
  type Plan,
} from '../../shared/plan/plan.ts'
import type { Status } from '../../shared/plan/status.ts'
import type { FieldId } from '../../shared/templates/template.ts'
import type { RichText } from '../../shared/text/rich-text.ts'

/** What was set aside says this, and the plan does not. */
export type Difference =
  | { readonly kind: 'title'; readonly title: string }
  | {
      readonly kind: 'period'
      readonly start: CalendarDate | null
      readonly end: CalendarDate | null
    }
  | {
      readonly kind: 'text'
      readonly fieldId: FieldId
      readonly text: RichText
      readonly missing: RichText
    }
  /** The plan does not have this action at all. */
  | { readonly kind: 'missing-action'; readonly action: Action }
  | { readonly kind: 'action'; readonly action: Action; readonly changes: readonly ActionChange[] }
  /** Something that has no words here: an order, a check-in, what shows that something is so. */
  | { readonly kind: 'other' }

export type ActionChange =
  | {
      readonly kind: 'text'
      readonly name: ActionTextName
      readonly text: RichText
      readonly missing: RichText
    }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'start' | 'due'; readonly date: CalendarDate | null }
  | { readonly kind: 'owners'; readonly owners: readonly Owner[] }
  | { readonly kind: 'moved'; readonly commitment: Commitment }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'brought-back' }

export function differences(aside: Plan, now: Plan): readonly Difference[] {
  const found: Difference[] = []
  if (aside.title !== now.title) found.push({ kind: 'title', title: aside.title })
  if (aside.periodStart !== now.periodStart || aside.periodEnd !== now.periodEnd) {
    found.push({ kind: 'period', start: aside.periodStart, end: aside.periodEnd })
  }
  for (const [fieldId, text] of Object.entries(aside.texts) as [FieldId, RichText][]) {
    const there = now.texts[fieldId] ?? []
    if (!isSame(text, there))
      found.push({ kind: 'text', fieldId, text, missing: missingBlocks(text, there) })
  }
  const here = new Map(allActions(now).map((action) => [action.id, action]))
  for (const action of allActions(aside)) {
    const there = here.get(action.id)
    if (!there && action.deletedAtMs === null) found.push({ kind: 'missing-action', action })
    const changes = there ? actionChanges(action, there) : []
    if (changes.length > 0) found.push({ kind: 'action', action, changes })
  }
  return hasOther(aside, now) || (found.length === 0 && !isContained(aside, now))
    ? [...found, { kind: 'other' }]
    : found
}

function actionChanges(aside: Action, now: Action): readonly ActionChange[] {
  const changes: ActionChange[] = []
  const isDeleted = aside.deletedAtMs !== null
  if (isDeleted !== (now.deletedAtMs !== null)) {
    changes.push({ kind: isDeleted ? 'deleted' : 'brought-back' })
  }
  for (const name of ACTION_TEXTS) {
    const [text, there] = [aside.texts[name], now.texts[name]]
    if (!isSame(text, there))
      changes.push({ kind: 'text', name, text, missing: missingBlocks(text, there) })
  }
  if (aside.status !== now.status) changes.push({ kind: 'status', status: aside.status })
  for (const kind of ['start', 'due'] as const) {
    if (aside[kind] !== now[kind]) changes.push({ kind, date: aside[kind] })
  }
  if (!isSame(aside.owners, now.owners)) changes.push({ kind: 'owners', owners: aside.owners })
  if (aside.commitment !== now.commitment) {
    changes.push({ kind: 'moved', commitment: aside.commitment })
  }
  return changes
}

/** Is something different that has no words of its own? */
function hasOther(aside: Plan, now: Plan): boolean {
  const here = new Map(allActions(now).map((action) => [action.id, action]))
  const isActionOther = allActions(aside).some(({ id, rank, checkIns, commitment }) => {
    const there = here.get(id)
    if (!there) return false
    const isReordered = rank !== there.rank && commitment === there.commitment
    return isReordered || !isSame(checkIns, there.checkIns)
  })
  return isActionOther || aside.language !== now.language || !isSame(aside.evidence, now.evidence)
}

/** The last word, so that nothing which the rest forgot is called the same. */
function isContained(aside: Plan, now: Plan): boolean {
  const known = new Set(allActions(aside).map(({ id }) => id))
  const isKnown = ({ id }: Action) => known.has(id)
  const without = {
    ...now,
    actions: now.actions.filter(isKnown),
    deletedActions: now.deletedActions.filter(isKnown),
  }
  return canonicalPlan(aside) === canonicalPlan(without)
}

function allActions(plan: Plan): readonly Action[] {
  return [...plan.actions, ...plan.deletedActions]
}

function missingBlocks(text: RichText, there: RichText): RichText {
  const known = new Set(there.map((block) => JSON.stringify(block)))
  return text.filter((block) => !known.has(JSON.stringify(block)))
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
