/** What deeds on threads look up, inside their transaction. */
import type { Kysely } from 'kysely'
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
