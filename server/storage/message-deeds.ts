/** What is said: new threads, replies, words changed and taken away, reactions. */
import type { Kysely } from 'kysely'
import { MAX_MESSAGES, MAX_THREADS } from '../../shared/api/threads.ts'
import type { MessageId, ThreadId } from '../../shared/ids.ts'
import type {
  DeedBy,
  DiscussedPlan,
  MessagePlace,
  NewThreadRow,
  ThreadOutcome,
  ThreadStore,
} from '../discuss/thread-store.ts'
import { heardMentions } from './heard-mentions.ts'
import type { Tables } from './schema.ts'
import { type Deed, threadDeed } from './thread-deed.ts'
import { isFull, messageIn, threadIn, tookPartIn } from './thread-lookups.ts'
import { dropUnseen } from './write-notifications.ts'

/** As ThreadStore has it, as all below. */
export function addThread(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  thread: NewThreadRow,
  by: DeedBy,
): Promise<ThreadOutcome> {
  const { threadId, messageId, place, change, epoch, facts } = thread
  const verb = change === null ? 'plan.discuss' : 'plan.suggest'
  return threadDeed<ThreadOutcome>(db, plan, by, verb, async (deed) => {
    const known = await threadIn(deed.trx, plan.planId, threadId)
    if (known) return known.member_id === by.memberId ? 'same' : 'id-taken'
    if (epoch !== null && epoch !== deed.epoch) return 'epoch-changed'
    const number = (await latestNumber(deed)) + 1
    if (number > MAX_THREADS) return 'full'
    const heard = await heardMentions(deed, thread.body ?? '')
    const body = thread.body && heard.body
    const kept = { place: JSON.stringify(place), change: change && JSON.stringify(change) }
    const letters = [body, kept.place, kept.change].reduce((sum, text) => sum + lengthOf(text), 0)
    if (await isFull(deed.trx, plan.planId, { messages: 1, letters })) return 'full'
    const { numInsertedOrUpdatedRows } = await deed.trx
      .insertInto('thread')
      .values({
        id: threadId,
        plan_id: plan.planId,
        number,
        ...kept,
        member_id: by.memberId,
        created_at_ms: by.atMs,
        seq: deed.seq,
        suggestion_state: change && 'open',
      })
      // The id of a thread of another plan.
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return 'id-taken'
    if (!(await say(deed, { threadId, messageId, body, at: 0 }))) {
      // As if it had never been put in: only now is it known.
      await deed.trx.deleteFrom('thread').where('id', '=', threadId).execute()
      return 'id-taken'
    }
    const kind = change === null ? 'thread' : 'suggestion'
    const told = { kind, facts, mentioned: heard.mentioned } as const
    return { threadId, seqBefore: 0, messageId, told }
  })
}

export function addMessage(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  { threadId, messageId, body: written }: Parameters<ThreadStore['addMessage']>[1],
  by: DeedBy,
): Promise<ThreadOutcome> {
  return threadDeed<ThreadOutcome>(db, plan, by, 'plan.discuss', async (deed) => {
    const thread = await threadIn(deed.trx, plan.planId, threadId)
    if (!thread) return 'unknown'
    const known = await messageIn(deed.trx, plan.planId, { threadId, messageId })
    if (known) return known.member_id === by.memberId ? 'same' : 'id-taken'
    const { count } = await deed.trx
      .selectFrom('thread_message')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('thread_id', '=', thread.id)
      .executeTakeFirstOrThrow()
    if (count >= MAX_MESSAGES) return 'full'
    const { body, mentioned } = await heardMentions(deed, written)
    const more = { messages: 1, letters: body.length }
    if (await isFull(deed.trx, plan.planId, more)) return 'full'
    const tookPart = await tookPartIn(deed.trx, thread)
    const said = { threadId: thread.id, messageId: messageId as MessageId, body, at: count }
    if (!(await say(deed, said))) return 'id-taken'
    const told = { kind: 'reply', tookPart, mentioned } as const
    return { threadId: thread.id, seqBefore: thread.seq, messageId: said.messageId, told }
  })
}

export function editMessage(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  { body: written, ...place }: Parameters<ThreadStore['editMessage']>[1],
  by: DeedBy,
): Promise<ThreadOutcome> {
  return threadDeed<ThreadOutcome>(db, plan, by, 'plan.discuss', async (deed) => {
    const { trx } = deed
    const message = await messageIn(trx, plan.planId, place)
    if (!message || message.gone_at_ms !== null) return 'unknown'
    if (message.member_id !== by.memberId) return 'not-yours'
    const { body, mentioned } = await heardMentions(deed, written, message.body)
    if (message.body === body) return 'same'
    const letters = body.length - lengthOf(message.body)
    const isMore = letters > 0
    if (isMore && (await isFull(trx, plan.planId, { messages: 0, letters }))) return 'full'
    await trx
      .updateTable('thread_message')
      .set({ body, edited_at_ms: by.atMs })
      .where('id', '=', message.id)
      .execute()
    const told = { kind: 'edit', mentioned } as const
    return { threadId: message.thread_id, seqBefore: message.seq, messageId: message.id, told }
  })
}

export function takeMessageAway(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  place: MessagePlace,
  by: DeedBy,
): Promise<ThreadOutcome> {
  return threadDeed<ThreadOutcome>(db, plan, by, 'plan.discuss', async ({ trx }) => {
    const message = await messageIn(trx, plan.planId, place)
    if (!message) return 'unknown'
    if (message.member_id !== by.memberId) return 'not-yours'
    if (message.gone_at_ms !== null) return 'same'
    await trx
      .updateTable('thread_message')
      .set({ body: null, gone_at_ms: by.atMs })
      .where('id', '=', message.id)
      .execute()
    await trx.deleteFrom('message_reaction').where('message_id', '=', message.id).execute()
    await dropUnseen(trx, message.thread_id, ['mention', 'reply'], message.id)
    return { threadId: message.thread_id, seqBefore: message.seq, told: null }
  })
}

export function setReaction(
  db: Kysely<Tables>,
  plan: DiscussedPlan,
  { reaction, isGiven, ...place }: Parameters<ThreadStore['setReaction']>[1],
  by: DeedBy,
): Promise<ThreadOutcome> {
  return threadDeed<ThreadOutcome>(db, plan, by, 'plan.discuss', async ({ trx }) => {
    const message = await messageIn(trx, plan.planId, place)
    if (!message || message.gone_at_ms !== null) return 'unknown'
    const own = { message_id: message.id, reaction, member_id: by.memberId }
    const isChanged = isGiven ? await give(trx, own, by) : await takeBack(trx, own)
    if (!isChanged) return 'same'
    return { threadId: message.thread_id, seqBefore: message.seq, told: null }
  })
}

type OwnReaction = Pick<Tables['message_reaction'], 'message_id' | 'reaction' | 'member_id'>

async function give(trx: Kysely<Tables>, own: OwnReaction, { atMs }: DeedBy): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('message_reaction')
    .values({ ...own, created_at_ms: atMs })
    .onConflict((conflict) => conflict.columns(['message_id', 'reaction', 'member_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

async function takeBack(trx: Kysely<Tables>, own: OwnReaction): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('message_reaction')
    .where('message_id', '=', own.message_id)
    .where('reaction', '=', own.reaction)
    .where('member_id', '=', own.member_id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

async function latestNumber({ trx, plan }: Deed): Promise<number> {
  const { latest } = await trx
    .selectFrom('thread')
    .select(({ fn }) => fn.max<number | null>('number').as('latest'))
    .where('plan_id', '=', plan.planId)
    .executeTakeFirstOrThrow()
  return latest ?? 0
}

function lengthOf(text: string | null): number {
  return text?.length ?? 0
}

interface Said {
  readonly threadId: ThreadId
  readonly messageId: MessageId
  readonly body: string | null
  /** Its place in the thread. */
  readonly at: number
}

/** false: the id is another message's. */
async function say({ trx, by }: Deed, { threadId, messageId, body, at }: Said): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('thread_message')
    .values({
      id: messageId,
      thread_id: threadId,
      member_id: by.memberId,
      place_in_thread: at,
      created_at_ms: by.atMs,
      body,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
