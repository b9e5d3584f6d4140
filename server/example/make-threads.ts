/**
 * Makes the example's threads as people do: said, answered, decided, resolved, given to somebody,
 * a suggestion accepted into the text. Anchored as browsers do it, in a copy of the document.
 */
import * as Y from 'yjs'
import type { Anchor } from '../../shared/discuss/anchor.ts'
import { findText } from '../../shared/discuss/find-text.ts'
import { flatText } from '../../shared/discuss/flat-text.ts'
import { makeAnchor } from '../../shared/discuss/make-anchor.ts'
import { mentionText } from '../../shared/discuss/mentions.ts'
import { isActionText, type TextName, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import {
  createId,
  type MemberId,
  type PlanId,
  type RandomBytes,
  type UserId,
} from '../../shared/ids.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import type { Discussion } from '../discuss/discussion.ts'
import type { SettledBy, Suggestions } from '../discuss/suggestions.ts'
import type { PlanRooms } from '../plans/plan-rooms.ts'
import type { PlanRow, PlanStore } from '../plans/plan-store.ts'
import type { UpdateLog } from '../sync/update-log.ts'
import { TERNVAG } from './ternvag.ts'
import type { PersonKey } from './ternvag-people.ts'
import {
  type PlaceDraft,
  type SayingDraft,
  TERNVAG_THREADS,
  type ThreadDraft,
} from './ternvag-threads.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export interface ThreadMaking {
  readonly plans: Pick<PlanStore, 'findPlan'>
  readonly discussion: Discussion
  readonly suggestions: Suggestions
  readonly log: Pick<UpdateLog, 'load'>
  readonly rooms: Pick<PlanRooms, 'readPlan'>
  readonly nowMs: () => number
  readonly random: RandomBytes
}

/** Somebody of the example, in its school. */
export type MemberOf = (key: PersonKey) => { readonly memberId: MemberId; readonly userId: UserId }

export async function makeThreads(
  deps: ThreadMaking,
  planId: PlanId,
  memberOf: MemberOf,
): Promise<void> {
  const row = await deps.plans.findPlan(planId)
  if (!row) throw new Error(`the example has no plan ${planId}`)
  const { plan } = await deps.rooms.readPlan(planId)
  // On the example's own day, unless that is still to come: nothing was said tomorrow.
  const now = Math.min(deps.nowMs(), Date.parse(`${TERNVAG.today}T11:00:00Z`))
  const by: Making['by'] = ({ by: key, daysAgo }) => {
    const { memberId, userId } = memberOf(key)
    return { memberId, userId, atMs: now - daysAgo * DAY_MS }
  }
  const doc = await documentOf(deps, planId)
  const memberIdOf = (key: PersonKey) => memberOf(key).memberId
  for (const draft of TERNVAG_THREADS) {
    await makeThread({ ...deps, row, plan, doc, by, memberIdOf }, draft)
  }
  doc.destroy()
}

interface Making extends ThreadMaking {
  readonly row: PlanRow
  readonly plan: Plan
  readonly doc: Y.Doc
  readonly by: (deed: { readonly by: PersonKey; readonly daysAgo: number }) => SettledBy
  readonly memberIdOf: (key: PersonKey) => MemberId
}

async function makeThread(making: Making, draft: ThreadDraft): Promise<void> {
  const { discussion, row, by, memberIdOf, random } = making
  const [first, ...replies] = draft.says
  const [threadId, messageId] = [createId<never>(random), createId<never>(random)]
  const place = placeIn(making, draft.place)
  const begun = { threadId, messageId, place, suggestion: draft.suggests ?? null }
  await discussion.begin(row, { ...begun, body: bodyOf(first, memberIdOf) }, by(first))
  await react(making, { threadId, messageId }, first)
  for (const saying of replies) {
    const reply = { threadId, messageId: createId<never>(random) }
    const body = bodyOf(saying, memberIdOf)
    await discussion.reply(row, threadId, { messageId: reply.messageId, body }, by(saying))
    await react(making, reply, saying)
  }
  const { accepted, assigned, decision, resolved } = draft
  if (accepted) await making.suggestions.accept(row, threadId, by(accepted))
  if (assigned) await discussion.assign(row, threadId, memberIdOf(assigned.to), by(assigned))
  if (decision) await discussion.decide(row, threadId, decision.sentence, by(decision))
  if (resolved) await discussion.setState(row, threadId, 'resolved', by(resolved))
}

async function react(
  { discussion, row, by }: Making,
  message: { readonly threadId: string; readonly messageId: string },
  { reactions = [], daysAgo }: SayingDraft,
): Promise<void> {
  for (const [key, reaction] of reactions) {
    await discussion.react(row, { ...message, reaction, isGiven: true }, by({ by: key, daysAgo }))
  }
}

/** Line ends of the source are spaces; `@key` is a mention. */
function bodyOf({ text }: SayingDraft, memberIdOf: (key: PersonKey) => MemberId): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/@([a-z]+)/g, (_, key: string) => mentionText(memberIdOf(key as PersonKey)))
}

function placeIn({ plan, doc }: Making, draft: PlaceDraft): ThreadPlace {
  if ('section' in draft) return { kind: 'section', sectionId: draft.section }
  if ('field' in draft) {
    const { field: fieldId, words } = draft
    return { kind: 'field', fieldId, anchor: anchorIn(doc, { fieldId }, words) }
  }
  const action = plan.actions.find(({ texts }) => plainText(texts.title) === draft.action)
  if (!action) throw new Error(`the example has no action “${draft.action}”`)
  const { part = null, words } = draft
  const anchor = isActionText(part)
    ? anchorIn(doc, { actionId: action.id, text: part }, words)
    : null
  return { kind: 'action', actionId: action.id, part, anchor }
}

/** @throws Error for words that do not stand there: a bug in a draft. */
function anchorIn(doc: Y.Doc, name: TextName, words: string | undefined): Anchor | null {
  if (words === undefined) return null
  const text = findText(doc, name)
  const from = text ? flatText(text).words.indexOf(words) : -1
  const anchor = text && from >= 0 ? makeAnchor(text, { from, to: from + words.length }) : null
  if (!anchor) throw new Error(`the example does not say “${words}”`)
  return anchor
}

async function documentOf({ log }: ThreadMaking, planId: PlanId): Promise<Y.Doc> {
  const { checkpoint, updates } = await log.load(planId)
  const doc = new Y.Doc()
  for (const { bytes } of [checkpoint ?? [], updates].flat()) Y.applyUpdate(doc, bytes)
  return doc
}
