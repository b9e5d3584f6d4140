/**
 * The one plan built from the other and what is told between them: what comparing must not miss.
 *
 * Reads of each change only what is told as new, never the whole of what it became.
 */
import type {
  ActionChange,
  ActionPartChange,
  PlanDifference,
} from '../../shared/plan/plan-difference.ts'
import type { Action, Plan } from '../../shared/plan/plan.ts'
import { canonicalJson } from '../../shared/text/canonical-json.ts'
import type { InlineRun } from '../../shared/text/compare-inlines.ts'
import type { Item, ItemChange, List, TextDifference } from '../../shared/text/compare-texts.ts'
import type { Block, Inline, RichText } from '../../shared/text/rich-text.ts'

export type Side = 'before' | 'after'

/** What a reader sees of a plan: no ranks, no moments of deleting. */
export function seen(plan: Plan): unknown {
  return JSON.parse(
    canonicalJson({
      ...plan,
      actions: plan.actions.map(seenAction),
      deletedActions: plan.deletedActions.map(seenAction).sort(byId),
      evidence: [...plan.evidence].sort(byId),
    }),
  )
}

function seenAction(action: Action) {
  const owners = action.owners.map(canonicalJson).sort()
  return {
    ...action,
    rank: '',
    deletedAtMs: null,
    owners,
    checkIns: [...action.checkIns].sort(byId),
  }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

export function applyDifference(before: Plan, difference: PlanDifference): Plan {
  const texts: Record<string, RichText> = { ...before.texts }
  for (const { fieldId, text } of difference.fields) texts[fieldId] = sideOf(text, 'after')
  const evidence = new Map(before.evidence.map((item) => [item.id, item]))
  for (const { from, to } of difference.evidence) {
    if (from) evidence.delete(from.id)
    if (to) evidence.set(to.id, to)
  }
  const plan: Plan = { ...before, texts, evidence: [...evidence.values()] }
  return difference.facts.reduce<Plan>(
    (now, fact) => {
      if (fact.fact === 'title') return { ...now, title: fact.to }
      if (fact.fact === 'language') return { ...now, language: fact.to }
      return { ...now, periodStart: fact.to.start, periodEnd: fact.to.end }
    },
    applyActions(plan, difference.actions),
  )
}

function applyActions(plan: Plan, changes: readonly ActionChange[]): Plan {
  const changed = new Map(changes.map((change) => [change.action.id, change]))
  const known = [...plan.actions, ...plan.deletedActions]
  const applied = known.map((action) => {
    const change = changed.get(action.id)
    return change ? change.parts.reduce(applyPart, action) : action
  })
  const made = changes.filter(({ before }) => before.kind === 'absent').map(({ action }) => action)
  const byItsId = new Map([...applied, ...made].map((action) => [action.id, action]))
  const isDeletedNow = ({ id }: Action) => {
    const change = changed.get(id)
    if (change) return change.after.kind === 'deleted'
    return plan.deletedActions.some((action) => action.id === id)
  }
  const isStill = ({ id }: Action) => {
    const change = changed.get(id)
    const moved = change?.isReordered || change?.parts.some(({ part }) => part === 'commitment')
    return (
      change === undefined ||
      (change.before.kind === 'here' && change.after.kind === 'here' && !moved)
    )
  }
  const lists = new Map<string, Action[]>()
  const listOf = (commitment: string) => {
    const list = lists.get(commitment) ?? []
    lists.set(commitment, list)
    return list
  }
  for (const { id } of plan.actions) {
    const action = byItsId.get(id)!
    if (isStill(action)) listOf(action.commitment).push(action)
  }
  const placed = changes.filter(({ action, after }) => after.kind === 'here' && !isStill(action))
  for (const { action, after } of placed.sort((a, b) => numberOf(a) - numberOf(b))) {
    if (after.kind !== 'here') continue
    listOf(after.commitment).splice(after.number - 1, 0, byItsId.get(action.id)!)
  }
  return {
    ...plan,
    actions: ['leadership', 'collaboration', 'pupils', 'models', 'inclusion'].flatMap(listOf),
    deletedActions: [...byItsId.values()].filter(isDeletedNow),
  }
}

const numberOf = ({ after }: ActionChange) => (after.kind === 'here' ? after.number : 0)

function applyPart(action: Action, change: ActionPartChange): Action {
  switch (change.part) {
    case 'text':
      return { ...action, texts: { ...action.texts, [change.name]: sideOf(change.text, 'after') } }
    case 'owners': {
      const gone = change.gone.map(canonicalJson)
      const kept = action.owners.filter((owner) => !gone.includes(canonicalJson(owner)))
      return { ...action, owners: [...kept, ...change.fresh] }
    }
    case 'check-in': {
      const kept = action.checkIns.filter(({ id }) => id !== change.from?.id)
      return { ...action, checkIns: change.to ? [...kept, change.to] : kept }
    }
    default:
      return { ...action, [change.part]: change.to }
  }
}

/** One of the two texts that were compared, from what is told of them. */
export function sideOf(difference: TextDifference, side: Side): RichText {
  const other = side === 'before' ? 'new' : 'gone'
  return difference.flatMap((change): Block[] => {
    switch (change.kind) {
      case 'same':
        return [change.block]
      case 'gone':
      case 'new':
        return change.kind === other ? [] : [change.block]
      case 'line':
        return [{ ...change[side], content: inlinesOf(change.runs, side) }]
      case 'list':
        return [
          listOf(
            change[side],
            change.items.flatMap((item) => itemOf(item, side)),
          ),
        ]
      case 'box':
        return [{ ...change[side], content: sideOf(change.inner, side) }]
    }
  })
}

function itemOf(change: ItemChange, side: Side): Item[] {
  if (change.kind === 'same') return [change.item]
  if (change.kind === 'changed') {
    return [{ checked: change[side].checked, content: sideOf(change.inner, side) }]
  }
  return change.kind === (side === 'before' ? 'new' : 'gone') ? [] : [change.item]
}

function listOf(list: List, items: readonly Item[]): List {
  if (list.type === 'taskList') {
    return { ...list, items: items.map((it) => ({ ...it, checked: it.checked === true })) }
  }
  return { ...list, items: items.map(({ content }) => content) }
}

function inlinesOf(runs: readonly InlineRun[], side: Side): readonly Inline[] {
  const pieces = runs.flatMap((run): readonly Inline[] => {
    if (run.kind === 'marked') return [{ type: 'text', text: run.text, marks: run[side] }]
    return run.kind === (side === 'before' ? 'new' : 'gone') ? [] : run.content
  })
  return pieces.reduce<Inline[]>((joined, piece) => {
    const last = joined.at(-1)
    const isOne =
      last?.type === 'text' &&
      piece.type === 'text' &&
      canonicalJson(last.marks) === canonicalJson(piece.marks)
    return isOne
      ? [...joined.slice(0, -1), { ...last, text: last.text + piece.text }]
      : [...joined, piece]
  }, [])
}
