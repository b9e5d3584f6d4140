/** The actions of two states of a plan compared: which came, went and moved, and what changed in each. */
import type { ActionId } from '../ids.ts'
import { canonicalJson } from '../text/canonical-json.ts'
import { compareTexts, isSameText } from '../text/compare-texts.ts'
import { type Commitment, COMMITMENTS, commitmentNumber } from './commitments.ts'
import { findReordered } from './find-reordered.ts'
import {
  type ActionChange,
  type ActionPartChange,
  type ActionStanding,
  commitmentOf,
} from './plan-difference.ts'
import { type Action, ACTION_TEXTS, type CheckIn, type Owner, type Plan } from './plan.ts'

/** By commitment, those that are there after in their order, then those that are not. */
export function compareActions(before: Plan, after: Plan): readonly ActionChange[] {
  const [was, is] = [standingsIn(before), standingsIn(after)]
  const reordered = reorderedIn(before, after)
  return [...new Map([...is, ...was]).keys()]
    .flatMap((id) => {
      const [old, young] = [was.get(id), is.get(id)]
      const action = young?.action ?? old?.action
      if (!action) return []
      const change: ActionChange = {
        action,
        before: old?.standing ?? ABSENT,
        after: young?.standing ?? ABSENT,
        isReordered: reordered.has(id),
        parts: old && young ? compareParts(old.action, young.action) : [],
      }
      return isTold(change) ? [change] : []
    })
    .sort((a, b) => orderOf(a) - orderOf(b))
}

const ABSENT: ActionStanding = { kind: 'absent' }

interface StandingAction {
  readonly action: Action
  readonly standing: ActionStanding
}

function standingsIn({ actions, deletedActions }: Plan): ReadonlyMap<ActionId, StandingAction> {
  const standings = new Map<ActionId, StandingAction>()
  for (const action of deletedActions) {
    standings.set(action.id, { action, standing: { kind: 'deleted' } })
  }
  const counts = new Map<string, number>()
  for (const action of actions) {
    const { id, commitment } = action
    const number = (counts.get(commitment) ?? 0) + 1
    counts.set(commitment, number)
    standings.set(id, { action, standing: { kind: 'here', commitment, number } })
  }
  return standings
}

function reorderedIn(before: Plan, after: Plan): ReadonlySet<ActionId> {
  const moved = COMMITMENTS.flatMap((commitment) =>
    findReordered(idsIn(before, commitment), idsIn(after, commitment)),
  )
  return new Set(moved)
}

function idsIn({ actions }: Plan, commitment: Commitment): readonly ActionId[] {
  return actions.filter((action) => action.commitment === commitment).map(({ id }) => id)
}

function isTold({ before, after, isReordered, parts }: ActionChange): boolean {
  return before.kind !== after.kind || isReordered || parts.length > 0
}

/** By commitment; within it by place, and what is not there after comes last. */
function orderOf(change: ActionChange): number {
  const { after } = change
  const place = after.kind === 'here' ? after.number : 100_000
  return commitmentNumber(commitmentOf(change)) * 1_000_000 + place
}

function compareParts(before: Action, after: Action): readonly ActionPartChange[] {
  const parts: ActionPartChange[] = []
  for (const name of ACTION_TEXTS) {
    const text = compareTexts(before.texts[name], after.texts[name])
    if (!isSameText(text)) parts.push({ part: 'text', name, text })
  }
  if (before.commitment !== after.commitment) {
    parts.push({ part: 'commitment', from: before.commitment, to: after.commitment })
  }
  if (before.status !== after.status) {
    parts.push({ part: 'status', from: before.status, to: after.status })
  }
  const [gone, fresh] = [without(before.owners, after.owners), without(after.owners, before.owners)]
  if (gone.length + fresh.length > 0) parts.push({ part: 'owners', gone, fresh })
  for (const part of ['start', 'due'] as const) {
    const [from, to] = [before[part], after[part]]
    if (from !== to) parts.push({ part, from, to })
  }
  return [...parts, ...compareCheckIns(before.checkIns, after.checkIns)]
}

function without(owners: readonly Owner[], others: readonly Owner[]): readonly Owner[] {
  const known = new Set(others.map(canonicalJson))
  return owners.filter((owner) => !known.has(canonicalJson(owner)))
}

function compareCheckIns(
  before: readonly CheckIn[],
  after: readonly CheckIn[],
): readonly ActionPartChange[] {
  const was = new Map(before.map((checkIn) => [checkIn.id, checkIn]))
  const is = new Map(after.map((checkIn) => [checkIn.id, checkIn]))
  return [...new Map([...was, ...is]).keys()]
    .map((id) => ({ from: was.get(id) ?? null, to: is.get(id) ?? null }))
    .filter(({ from, to }) => canonicalJson(from) !== canonicalJson(to))
    .map(({ from, to }) => ({ part: 'check-in', from, to }))
}
