/** What is done with threads as a whole. */
import type { Kysely } from 'kysely'
import type { DeedBy, DiscussedPlan, ThreadOutcome } from '../discuss/thread-store.ts'
import { mayReadThreads } from '../discuss/who-is-told.ts'
import type { MemberId, ThreadId } from '../../shared/ids.ts'
import type { Tables } from './schema.ts'
import { type Deed, threadDeed, writeSeen } from './thread-deed.ts'
import { threadIn, tookPartIn } from './thread-lookups.ts'

/** As ThreadStore has it, as all below. */
export function setResolved(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  { threadId, isResolved }: { readonly threadId: string; readonly isResolved: boolean },
  by: DeedBy,
): Promise<ThreadOutcome> {
  return threadDeed<ThreadOutcome>(db, plan, by, 'plan.discuss', async ({ trx }) => {
    const thread = await threadIn(trx, plan.planId, threadId)
    if (!thread) return 'unknown'
    if (isResolved === (thread.resolved_at_ms !== null)) return 'same'
    await trx
      .updateTable('thread')
      .set(
        isResolved
          ? { resolved_at_ms: by.atMs, resolved_by: by.memberId }
          : { resolved_at_ms: null, resolved_by: null },
      )
      .where('id', '=', thread.id)
      .execute()
    return { threadId: thread.id, seqBefore: thread.seq, told: null }
  })
}

export function setAssignee(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  { threadId, assigneeId }: { readonly threadId: string; readonly assigneeId: string | null },
  by: DeedBy,
): Promise<ThreadOutcome> {
  return threadDeed<ThreadOutcome>(db, plan, by, 'plan.discuss', async (deed) => {
    const { trx } = deed
    const thread = await threadIn(trx, plan.planId, threadId)
    if (!thread) return 'unknown'
    if (thread.assignee_id === assigneeId) return 'same'
    const refusal = assigneeId === null ? null : await whyNot(deed, assigneeId)
    if (refusal) return refusal
    const assignee_id = assigneeId as MemberId | null
    await trx.updateTable('thread').set({ assignee_id }).where('id', '=', thread.id).execute()
    const told = assignee_id && ({ kind: 'assigned', assigneeId: assignee_id } as const)
    return { threadId: thread.id, seqBefore: thread.seq, told }
  })
}

/** It is for those to do who can answer in the thread. */
async function whyNot(
  { trx, plan, circle }: Deed,
  assigneeId: string,
): Promise<'unknown-member' | 'above-role' | null> {
  const member = circle.members.find(({ memberId }) => memberId === assigneeId)
  if (member) return mayReadThreads(member, circle) ? null : 'above-role'
  const known = await trx
    .selectFrom('member')
    .select('id')
    .where('id', '=', assigneeId as MemberId)
    .where('school_id', '=', plan.schoolId)
    .where('erased_at_ms', 'is', null)
    .executeTakeFirst()
  return known ? 'above-role' : 'unknown-member'
}

export function setDecision(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  { threadId, sentence }: { readonly threadId: string; readonly sentence: string | null },
  by: DeedBy,
): Promise<ThreadOutcome> {
  return threadDeed<ThreadOutcome>(db, plan, by, 'plan.decide', async ({ trx }) => {
    const thread = await threadIn(trx, plan.planId, threadId)
    if (!thread) return 'unknown'
    if (thread.decision === sentence) return 'same'
    await trx
      .updateTable('thread')
      .set(
        sentence === null
          ? { decision: null, decided_by: null, decided_at_ms: null }
          : { decision: sentence, decided_by: by.memberId, decided_at_ms: by.atMs },
      )
      .where('id', '=', thread.id)
      .execute()
    const tookPart = sentence === null ? [] : await tookPartIn(trx, thread)
    const facts = { threadId: thread.id, isTakenAway: sentence === null }
    return {
      threadId: thread.id,
      seqBefore: thread.seq,
      told: { kind: 'decision', tookPart },
      audited: { deed: 'decision-noted', facts },
    }
  })
}

export function markSeen(
  db: Kysely<Tables>,
  { planId }: DiscussedPlan,
  { threadId, seq }: { readonly threadId: string; readonly seq: number },
  { memberId, atMs }: DeedBy,
): Promise<'changed' | 'unknown'> {
  return db.transaction().execute(async (trx) => {
    const thread = await threadIn(trx, planId, threadId)
    if (!thread) return 'unknown'
    const upTo = Math.min(seq, thread.seq)
    if (upTo > 0) await writeSeen(trx, { threadId: thread.id, memberId, seq: upTo })
    if (upTo === thread.seq) await seeNotices(trx, thread.id, memberId, atMs)
    return 'changed'
  })
}

async function seeNotices(
  trx: Kysely<Tables>,
  threadId: ThreadId,
  memberId: MemberId,
  atMs: number,
): Promise<void> {
  await trx
    .updateTable('notification')
    .set({ seen_at_ms: atMs })
    .where('thread_id', '=', threadId)
    .where('member_id', '=', memberId)
    .where('seen_at_ms', 'is', null)
    .execute()
}
