/** Notifications with their threads and messages, put into the tables as the deeds write them. */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../../server/storage/schema.ts'
import type { NotificationKind } from '../../shared/api/inbox.ts'
import {
  createId,
  type MemberId,
  type MessageId,
  type NotificationId,
  type PlanId,
  type ThreadId,
} from '../../shared/ids.ts'

export interface Told {
  readonly planId: string
  readonly to: string
  readonly by: string
  readonly atMs: number
  readonly kind?: NotificationKind
  readonly body?: string | null
  readonly thread?: Partial<Tables['thread']>
  readonly notification?: Partial<Tables['notification']>
}

let threads = 0

/** A thread with one message, and somebody told of it. */
export async function tell(db: Kysely<Tables>, told: Told) {
  const { planId, to, by, atMs, kind = 'thread', body = 'Kan vi si det kortere?' } = told
  const threadId = createId<ThreadId>(randomBytes)
  const messageId = createId<MessageId>(randomBytes)
  const notificationId = createId<NotificationId>(randomBytes)
  const plan_id = planId as PlanId
  const member_id = by as MemberId
  threads += 1
  await db
    .insertInto('thread')
    .values({
      id: threadId,
      plan_id,
      number: threads,
      place: JSON.stringify({ kind: 'plan' }),
      member_id,
      created_at_ms: atMs,
      seq: 1,
      ...told.thread,
    })
    .execute()
  await db
    .insertInto('thread_message')
    .values({
      id: messageId,
      thread_id: threadId,
      member_id,
      place_in_thread: 0,
      created_at_ms: atMs,
      body,
    })
    .execute()
  await db
    .insertInto('notification')
    .values({
      id: notificationId,
      member_id: to as MemberId,
      plan_id,
      thread_id: threadId,
      message_id: messageId,
      kind,
      by_member_id: member_id,
      created_at_ms: atMs,
      ...told.notification,
    })
    .execute()
  return { notificationId, threadId, messageId }
}
