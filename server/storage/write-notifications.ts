/** What waits for people, written in the transaction of what it tells. Read and mailed by server/inbox. */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { NotificationKind } from '../../shared/api/inbox.ts'
import {
  createId,
  type MemberId,
  type MessageId,
  type NotificationId,
  type PlanId,
  type ThreadId,
} from '../../shared/ids.ts'
import type { DeedBy } from '../discuss/thread-store.ts'
import type { Tables } from './schema.ts'

interface About {
  readonly planId: PlanId
  readonly threadId: ThreadId
  readonly messageId: MessageId | null
  readonly by: DeedBy
}

export async function writeNotifications(
  trx: Kysely<Tables>,
  kinds: ReadonlyMap<MemberId, NotificationKind>,
  { planId, threadId, messageId, by }: About,
): Promise<void> {
  if (kinds.size === 0) return
  const rows = [...kinds].map(([memberId, kind]) => ({
    id: createId<NotificationId>(randomBytes),
    member_id: memberId,
    plan_id: planId,
    thread_id: threadId,
    message_id: messageId,
    kind,
    by_member_id: by.memberId,
    created_at_ms: by.atMs,
    seen_at_ms: null,
    mailed_at_ms: null,
  }))
  await trx.insertInto('notification').values(rows).execute()
}

/** What nobody has seen or been sent yet of something that was taken away again. */
export async function dropUnseen(
  trx: Kysely<Tables>,
  threadId: ThreadId,
  kinds: readonly NotificationKind[],
  messageId: MessageId | null,
): Promise<void> {
  await trx
    .deleteFrom('notification')
    .where('thread_id', '=', threadId)
    .where('kind', 'in', kinds)
    .where('message_id', messageId === null ? 'is' : '=', messageId)
    .where('seen_at_ms', 'is', null)
    .where('mailed_at_ms', 'is', null)
    .execute()
}
