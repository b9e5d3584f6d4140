/**
 * What waits for me, in the program and by mail.
 *
 *   GET  /api/inbox                    -> Inbox, newest first, at most 200
 *   POST /api/inbox/seen               SeenNotifications -> 204
 *   GET  /api/me/digest                -> DigestChoice
 *   PUT  /api/me/digest                DigestChoice -> 204
 *
 * Nobody is told of what they did themselves, of a plan they may not read now, or as a pupil.
 */
import { type Static, Type } from 'typebox'
import { Id } from './common.ts'
import { Speaker } from './threads.ts'

export const NOTIFICATION_KINDS = [
  /** Somebody mentioned me. */
  'mention',
  /** A thread was given to me. */
  'assigned',
  /** A reply in a thread that I took part in. */
  'reply',
  /** A new thread or suggestion in a plan that I answer for (a post), or on an action that is mine. */
  'thread',
  'suggestion',
  /** My suggestion was accepted, refused, taken back. */
  'accepted',
  'refused',
  'taken-back',
  /** A thread that I took part in ended in a decision. */
  'decision',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

export const Notification = Type.Object({
  notificationId: Id,
  kind: Type.Enum([...NOTIFICATION_KINDS]),
  planId: Id,
  planTitle: Type.String(),
  threadId: Id,
  by: Speaker,
  atMs: Type.Number(),
  /** The beginning of what was said, on one line; null: nothing was. */
  excerpt: Type.Union([Type.String(), Type.Null()]),
  isSeen: Type.Boolean(),
})
export type Notification = Static<typeof Notification>

export const Inbox = Type.Object({
  notifications: Type.Array(Notification),
  unseenCount: Type.Integer(),
})
export type Inbox = Static<typeof Inbox>

export const SeenNotifications = Type.Object({
  /** None: all of it. */
  notificationIds: Type.Array(Id, { maxItems: 200 }),
  /**
   * When the newest came that was shown: of all of it, what came later is not meant. Absent: all
   * that has come by now.
   */
  upToMs: Type.Optional(Type.Number({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
})

export const DIGESTS = ['off', 'daily', 'weekly'] as const

export const DigestChoice = Type.Object({
  digest: Type.Enum([...DIGESTS]),
  /** Whole hours of the school's clock between which nothing is sent; equal: always may. Weekends and the school's holidays are quiet. */
  quietFrom: Type.Integer({ minimum: 0, maximum: 23 }),
  quietTo: Type.Integer({ minimum: 0, maximum: 23 }),
})
export type DigestChoice = Static<typeof DigestChoice>

export const USUAL_DIGEST: DigestChoice = { digest: 'daily', quietFrom: 16, quietTo: 7 }
