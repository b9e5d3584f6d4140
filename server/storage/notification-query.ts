/** Which notifications there are for whom, and which are unseen: asked in one way everywhere. */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Asked } from '../inbox/inbox-store.ts'
import type { Tables } from './schema.ts'

type Joined = 'notification' | 'thread'

/** Neither ticked off nor in a thread of which all has been seen. */
export function isUnseen(where: ExpressionBuilder<Tables, Joined>) {
  return where.and([
    where('notification.seen_at_ms', 'is', null),
    where.not(
      where.exists(
        where
          .selectFrom('thread_seen')
          .select('thread_seen.seq')
          .whereRef('thread_seen.thread_id', '=', 'notification.thread_id')
          .whereRef('thread_seen.member_id', '=', 'notification.member_id')
          .whereRef('thread_seen.seq', '>=', 'thread.seq'),
      ),
    ),
  ])
}

/** With their threads; those whose message was taken away are left out. */
export function notificationsOf(db: Kysely<Tables>, { memberIds, planIds }: Asked) {
  return db
    .selectFrom('notification')
    .innerJoin('thread', 'thread.id', 'notification.thread_id')
    .leftJoin('thread_message as message', 'message.id', 'notification.message_id')
    .where('notification.member_id', 'in', [...memberIds])
    .where('notification.plan_id', 'in', [...planIds])
    .where('message.gone_at_ms', 'is', null)
}
