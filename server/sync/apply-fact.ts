/** A suggested fact of an action, or a whole action, and their taking back. Runs in the doc thread. */
import { createHash } from 'node:crypto'
import type * as Y from 'yjs'
import type { FactChange, SuggestedChange } from '../../shared/discuss/suggestion.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { Failure } from '../../shared/failure.ts'
import { type ActionId, createId, type ThreadId } from '../../shared/ids.ts'
import { parseCalendarDate } from '../../shared/calendar-date.ts'
import {
  deleteAction,
  placeAction,
  rankAt,
  setActionDate,
  setActionOwner,
  setActionStatus,
} from '../../shared/plan/change-action.ts'
import { createAction } from '../../shared/plan/create-action.ts'
import { actionMap } from '../../shared/plan/plan-doc.ts'
import type { Action, Owner, Plan } from '../../shared/plan/plan.ts'
import { parseRank } from '../../shared/plan/rank.ts'
import { cleanText } from '../../shared/text/clean-text.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import type { AppliedAction, AppliedFact } from './applied-change.ts'
import type { Pens } from './pens.ts'

/** Of transactions of the server's own. */
export const SERVER_ORIGIN = 'server'

/** The document, the plan as it reads, and under whose ids it is written. */
export interface Written {
  readonly doc: Y.Doc
  readonly readPlan: () => Plan
  readonly pens: Pens
}

/** @throws Failure 'suggestion-stale' when the fact is another, or the action gone. */
export function applyFact(
  { doc, readPlan }: Written,
  place: ThreadPlace,
  change: FactChange,
): AppliedFact {
  if (place.kind !== 'action') throw new Failure('bad-request', `a fact of a ${place.kind}`)
  const plan = readPlan()
  const action = actionOf(plan, place.actionId)
  expectFact(action, change.fact, change.from)
  if (!isPossible(change)) throw new Failure('bad-request', `no ${change.fact}`)
  if (sayFact(change.fact, change.from) === sayFact(change.fact, change.to)) {
    throw new Failure('suggestion-stale', 'it says what stands there')
  }
  const rank = change.fact === 'commitment' ? action.rank : null
  setFact(
    doc,
    action,
    change,
    change.fact === 'commitment' ? rankAt(plan.actions, change.to, Infinity, action.id) : null,
  )
  return { kind: 'fact', actionId: place.actionId, change, rank }
}

/** @throws Failure 'suggestion-stale' when the fact was changed since. */
export function takeFactBack(
  { doc, readPlan }: Written,
  { actionId, change, rank }: AppliedFact,
): void {
  const action = actionOf(readPlan(), actionId)
  expectFact(action, change.fact, change.to)
  const back = { ...change, from: change.to, to: change.from } as FactChange
  setFact(doc, action, back, parseRank(rank))
}

/**
 * A new action, the last of its commitment.
 *
 * @throws Failure 'suggestion-stale' when it is there already.
 */
export function applyNewAction(
  { doc, readPlan }: Written,
  change: Extract<SuggestedChange, { kind: 'new-action' }>,
  threadId: ThreadId,
): AppliedAction {
  const { commitment, due } = change
  if (due !== null && !parseCalendarDate(due)) throw new Failure('bad-request', 'no date')
  const id = freeActionId(doc, threadId)
  const rank = rankAt(readPlan().actions, commitment, Infinity, null)
  const texts = {
    title: paragraphs(change.title.replaceAll(/\s+/g, ' ')),
    description: paragraphs(change.description),
  }
  createAction(doc, { id, commitment, rank, texts, due, deletedAt: null }, SERVER_ORIGIN)
  return { kind: 'new-action', actionId: id, said: said(actionOf(readPlan(), id)) }
}

/** The same every time, until the action with it was deleted: then the next of its row. */
function freeActionId(doc: Y.Doc, threadId: ThreadId): ActionId {
  for (let nth = 0; ; nth++) {
    const id = createId<ActionId>((count) => sha256(`${threadId} ${nth}`).subarray(0, count))
    const there = actionMap(doc, id)
    if (!there) return id
    if ((there.get('deletedAt') ?? null) === null) {
      throw new Failure('suggestion-stale', `${id} is there already`)
    }
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** @throws Failure 'suggestion-stale' when somebody has gone on with it. */
export function takeActionBack(
  { doc, readPlan }: Written,
  applied: AppliedAction,
  atMs: number,
): void {
  const action = actionOf(readPlan(), applied.actionId)
  if (said(action) !== applied.said) throw new Failure('suggestion-stale', 'it was changed since')
  deleteAction(doc, action.id, atMs, SERVER_ORIGIN)
}

function actionOf({ actions }: Plan, actionId: string): Action {
  const action = actions.find(({ id }) => id === actionId)
  if (!action) throw new Failure('suggestion-stale', `no action ${actionId}`)
  return action
}

/** Where it stands is no part of what it says. */
function said({ rank: _rank, commitment: _commitment, ...rest }: Action): string {
  return JSON.stringify(rest)
}

function expectFact(action: Action, fact: FactChange['fact'], value: unknown): void {
  const now = fact === 'owners' ? action.owners.map(ownerKey) : action[fact]
  if (sayFact(fact, now) !== sayFact(fact, value)) {
    throw new Failure('suggestion-stale', `${fact} is ${JSON.stringify(now)}`)
  }
}

/** Owners are a set. */
function sayFact(fact: FactChange['fact'], value: unknown): string {
  const isSet = fact === 'owners' && Array.isArray(value)
  return JSON.stringify(isSet ? [...new Set(value.map(String))].sort() : value)
}

function ownerKey(owner: Owner): string {
  return owner.kind === 'member' ? owner.memberId : `name:${owner.name}`
}

function isPossible({ fact, to }: FactChange): boolean {
  const isDate = fact === 'start' || fact === 'due'
  return !isDate || to === null || parseCalendarDate(to) !== null
}

function setFact(
  doc: Y.Doc,
  { id, owners }: Action,
  change: FactChange,
  rank: Plan['actions'][number]['rank'] | null,
): void {
  switch (change.fact) {
    case 'commitment':
      if (rank) placeAction(doc, id, { commitment: change.to, rank }, SERVER_ORIGIN)
      return
    case 'status':
      return setActionStatus(doc, id, change.to, SERVER_ORIGIN)
    case 'start':
    case 'due':
      return setActionDate(doc, id, change.fact, change.to, SERVER_ORIGIN)
    case 'owners': {
      const wanted = new Set(change.to)
      const now = new Set(owners.map(ownerKey))
      for (const key of now)
        if (!wanted.has(key)) setActionOwner(doc, id, key, false, SERVER_ORIGIN)
      for (const key of wanted) if (!now.has(key)) setActionOwner(doc, id, key, true, SERVER_ORIGIN)
    }
  }
}

function paragraphs(words: string): RichText {
  const lines = words.split(/\r\n|[\n\r]/).map((line) => cleanText(line).trim())
  return lines.join('') === ''
    ? []
    : lines.map((text) => ({
        type: 'paragraph',
        content: text === '' ? [] : [{ type: 'text', text, marks: [] }],
      }))
}
