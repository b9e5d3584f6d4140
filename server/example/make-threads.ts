/** Makes the example's threads as people do: said, answered, decided, resolved, given to somebody. */
import { mentionText } from '../../shared/discuss/mentions.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { createId, type MemberId, type PlanId, type RandomBytes } from '../../shared/ids.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import type { Discussion } from '../discuss/discussion.ts'
import type { PlanRooms } from '../plans/plan-rooms.ts'
import type { PlanRow, PlanStore } from '../plans/plan-store.ts'
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
  readonly rooms: Pick<PlanRooms, 'readPlan'>
  readonly nowMs: () => number
  readonly random: RandomBytes
}

/** @param memberIdOf what the people of the example are in its school. */
export async function makeThreads(
  deps: ThreadMaking,
  planId: PlanId,
  memberIdOf: (key: PersonKey) => MemberId,
): Promise<void> {
  const row = await deps.plans.findPlan(planId)
  if (!row) throw new Error(`the example has no plan ${planId}`)
  const { plan } = await deps.rooms.readPlan(planId)
  const now = deps.nowMs()
  const by = ({ by: key, daysAgo }: { readonly by: PersonKey; readonly daysAgo: number }) => ({
    memberId: memberIdOf(key),
    atMs: now - daysAgo * DAY_MS,
  })
  for (const draft of TERNVAG_THREADS) {
    await makeThread({ ...deps, row, plan, by, memberIdOf }, draft)
  }
}

interface Making extends ThreadMaking {
  readonly row: PlanRow
  readonly plan: Plan
  readonly by: (deed: { readonly by: PersonKey; readonly daysAgo: number }) => {
    readonly memberId: MemberId
    readonly atMs: number
  }
  readonly memberIdOf: (key: PersonKey) => MemberId
}

async function makeThread(making: Making, draft: ThreadDraft): Promise<void> {
  const { discussion, row, by, memberIdOf, random } = making
  const [first, ...replies] = draft.says
  const [threadId, messageId] = [createId<never>(random), createId<never>(random)]
  const place = placeIn(making.plan, draft.place)
  const begun = { threadId, messageId, place, suggestion: draft.suggests ?? null }
  await discussion.begin(row, { ...begun, body: bodyOf(first, memberIdOf) }, by(first))
  await react(making, { threadId, messageId }, first)
  for (const saying of replies) {
    const reply = { threadId, messageId: createId<never>(random) }
    const body = bodyOf(saying, memberIdOf)
    await discussion.reply(row, threadId, { messageId: reply.messageId, body }, by(saying))
    await react(making, reply, saying)
  }
  const { assigned, decision, resolved } = draft
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

function placeIn(plan: Plan, draft: PlaceDraft): ThreadPlace {
  if ('section' in draft) return { kind: 'section', sectionId: draft.section }
  if ('field' in draft) return { kind: 'field', fieldId: draft.field, anchor: null }
  const action = plan.actions.find(({ texts }) => plainText(texts.title) === draft.action)
  if (!action) throw new Error(`the example has no action “${draft.action}”`)
  return { kind: 'action', actionId: action.id, part: draft.part ?? null, anchor: null }
}
