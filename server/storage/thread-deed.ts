/**
 * The frame of every deed on what is said about a plan: one transaction. Writes come one after
 * the other on every engine, so what is read in it stands until its end.
 *
 * It is asked once more whether whoever does it may; the change gets its number, their own is
 * seen by them, and what waits for others is written.
 */
import type { Kysely } from 'kysely'
import type { MessageId, ThreadId } from '../../shared/ids.ts'
import type { DeedBy, DiscussedPlan } from '../discuss/thread-store.ts'
import { type Circle, mayDiscuss, type Told, whoIsTold } from '../discuss/who-is-told.ts'
import { appendAudit, type Audited } from './append-audit.ts'
import { listDiscussers } from './list-discussers.ts'
import type { Tables } from './schema.ts'
import { writeNotifications } from './write-notifications.ts'

export type DiscussVerb = Parameters<typeof mayDiscuss>[0]

export interface Deed {
  readonly trx: Kysely<Tables>
  readonly plan: DiscussedPlan
  /** Of the plan as it is now. */
  readonly epoch: number
  readonly by: DeedBy
  /** The number that the change takes, if it is one. */
  readonly seq: number
  readonly circle: Circle
}

/** What was changed. */
export interface Change {
  readonly threadId: ThreadId
  /** The thread's number before; 0: it is new. */
  readonly seqBefore: number
  readonly told: Told | null
  /** The message that tells it. */
  readonly messageId?: MessageId
  readonly audited?: Pick<Audited, 'deed' | 'facts'>
}

/**
 * @param verb null: it undoes what was done by right a moment ago.
 * @param act returns a word for what was not to be done; then nothing is.
 */
export function threadDeed<Refusal extends string>(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  by: DeedBy,
  verb: DiscussVerb | null,
  act: (deed: Deed) => Promise<Change | Refusal>,
): Promise<'changed' | 'unknown' | 'not-allowed' | Refusal> {
  return db.transaction().execute(async (trx) => {
    const now = await planIn(trx, plan)
    if (!now) return 'unknown'
    const members = await listDiscussers(trx, plan, by.atMs)
    const circle = { by: by.memberId, schoolId: plan.schoolId, planState: now.state, members }
    if (verb !== null && !mayAct(verb, by, circle)) return 'not-allowed'

    const deed = { trx, plan, epoch: now.epoch, by, seq: (now.thread_seq ?? 0) + 1, circle }
    const change = await act(deed)
    if (typeof change === 'string') return change
    await finish(deed, change)
    return 'changed'
  })
}

function mayAct(verb: DiscussVerb, { memberId }: DeedBy, circle: Circle): boolean {
  const actor = circle.members.find((member) => member.memberId === memberId)
  return actor !== undefined && mayDiscuss(verb, actor, circle)
}

function planIn(trx: Kysely<Tables>, { planId, schoolId }: DiscussedPlan) {
  return trx
    .selectFrom('plan')
    .select(['state', 'thread_seq', 'epoch'])
    .where('id', '=', planId)
    .where('school_id', '=', schoolId)
    .executeTakeFirst()
}

async function finish(deed: Deed, change: Change): Promise<void> {
  const { trx, plan, by, seq, circle } = deed
  const { threadId, seqBefore, told, audited } = change
  await trx.updateTable('plan').set({ thread_seq: seq }).where('id', '=', plan.planId).execute()
  await trx.updateTable('thread').set({ seq }).where('id', '=', threadId).execute()
  await noteOwn(deed, threadId, seqBefore)
  if (told) {
    await writeNotifications(trx, whoIsTold(told, circle), {
      planId: plan.planId,
      threadId,
      messageId: change.messageId ?? null,
      by,
    })
  }
  if (!audited) return
  const entry = { schoolId: plan.schoolId, atMs: by.atMs, actorId: by.memberId }
  await appendAudit(trx, { ...entry, objectId: plan.planId, ...audited })
}

/** One's own change is seen, unless there is one before it that is not. */
async function noteOwn({ trx, by, seq }: Deed, threadId: ThreadId, before: number): Promise<void> {
  const seen = await trx
    .selectFrom('thread_seen')
    .select('seq')
    .where('thread_id', '=', threadId)
    .where('member_id', '=', by.memberId)
    .executeTakeFirst()
  if ((seen?.seq ?? 0) >= before) await writeSeen(trx, { threadId, memberId: by.memberId, seq })
}

/** Never back. */
export async function writeSeen(
  trx: Kysely<Tables>,
  { threadId, memberId, seq }: { threadId: ThreadId; memberId: DeedBy['memberId']; seq: number },
): Promise<void> {
  await trx
    .insertInto('thread_seen')
    .values({ thread_id: threadId, member_id: memberId, seq })
    .onConflict((conflict) =>
      conflict
        .columns(['thread_id', 'member_id'])
        .doUpdateSet({ seq })
        .where('thread_seen.seq', '<', seq),
    )
    .execute()
}
