/** What deeds on threads look up, inside their transaction. */
import { type Kysely, sql } from 'kysely'
import { MAX_LETTERS_OF_PLAN, MAX_MESSAGES_OF_PLAN } from '../../shared/api/threads.ts'
import type { MemberId, PlanId } from '../../shared/ids.ts'
import type { Tables } from './schema.ts'

type ThreadId = Tables['thread']['id']
type MessageId = Tables['thread_message']['id']

/** Of this plan, or undefined. */
export function threadIn(trx: Kysely<Tables>, planId: PlanId, threadId: string) {
  return trx
    .selectFrom('thread')
    .selectAll()
    .where('id', '=', threadId as ThreadId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
}

/** Of this thread of this plan, with the thread's number; undefined: there is none. */
export function messageIn(
  trx: Kysely<Tables>,
  planId: PlanId,
  { threadId, messageId }: { readonly threadId: string; readonly messageId: string },
) {
  return trx
    .selectFrom('thread_message as message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .selectAll('message')
    .select('thread.seq')
    .where('message.id', '=', messageId as MessageId)
    .where('message.thread_id', '=', threadId as ThreadId)
    .where('thread.plan_id', '=', planId)
    .executeTakeFirst()
}

/** Whoever began it, said something in it, or has it to do. */
export async function tookPartIn(
  trx: Kysely<Tables>,
  { id, member_id, assignee_id }: Pick<Tables['thread'], 'id' | 'member_id' | 'assignee_id'>,
): Promise<readonly MemberId[]> {
  const rows = await trx
    .selectFrom('thread_message')
    .select('member_id')
    .distinct()
    .where('thread_id', '=', id)
    .execute()
  const all = [member_id, ...rows.map((row) => row.member_id), assignee_id]
  return [...new Set(all.filter((one) => one !== null))]
}

/** What is to be said more: how many messages, and letters of whatever is kept. */
interface More {
  readonly messages: number
  readonly letters: number
}

/** Would the whole discussion of the plan hold too much with it? */
export async function isFull(
  trx: Kysely<Tables>,
  planId: PlanId,
  { messages, letters }: More,
): Promise<boolean> {
  const said = await trx
    .selectFrom('thread_message as message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .select(({ fn }) => fn.countAll<number>().as('messages'))
    .select(sql<number>`coalesce(sum(length(message.body)), 0)`.as('letters'))
    .where('thread.plan_id', '=', planId)
    .executeTakeFirstOrThrow()
  const begun = await trx
    .selectFrom('thread')
    .select(
      sql<number>`coalesce(sum(length(place) + length(coalesce(change, ''))), 0)`.as('letters'),
    )
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow()
  return (
    said.messages + messages > MAX_MESSAGES_OF_PLAN ||
    said.letters + begun.letters + letters > MAX_LETTERS_OF_PLAN
  )
}
