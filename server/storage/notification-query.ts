/** Which notifications there are for whom: asked in one way everywhere. */
import type { Kysely } from 'kysely'
import type { Asked } from '../inbox/inbox-store.ts'
import type { Tables } from './schema.ts'

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
