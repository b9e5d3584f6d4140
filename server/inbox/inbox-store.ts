/**
 * Port: what waits for people, and how they want it by mail.
 *
 * Notifications are written by those who do the deed, in its transaction (server/discuss); here
 * they are read and ticked off. The store tells
 * what is there; whether somebody may still read it is asked of the policy (readable-plans.ts).
 */
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { PlanState, Role } from '../../shared/access/policy.ts'
import type { DigestChoice, NotificationKind } from '../../shared/api/inbox.ts'
import type { SchoolCalendar } from '../../shared/api/school-settings.ts'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import type {
  MemberId,
  NotificationId,
  PlanId,
  SchoolId,
  ThreadId,
  UserId,
} from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { Speakers } from '../people/speaker.ts'

/** A plan that somebody was told of, with what the policy asks about it and them. */
export interface ToldPlan {
  readonly planId: PlanId
  readonly schoolId: SchoolId
  /** Of the school, for those who have left it. */
  readonly language: Language
  readonly title: string
  readonly state: PlanState
  readonly memberId: MemberId
  readonly role: Role
  readonly defaultRight: PlanRight | null
  /** What the plan says of them; null: nothing. */
  readonly right: PlanRight | null
}

export interface StoredNotification {
  readonly notificationId: NotificationId
  readonly memberId: MemberId
  readonly planId: PlanId
  readonly threadId: ThreadId
  readonly kind: NotificationKind
  readonly by: MemberId
  readonly atMs: number
  readonly isSeen: boolean
  /** Of its message; null: it has none, or none with words. */
  readonly body: string | null
  /** Of its thread. */
  readonly decision: string | null
  readonly reason: string | null
  readonly change: SuggestedChange | null
}

/** Of which plans, and of whom; the person has one membership in each plan's school. */
export interface Asked {
  readonly memberIds: readonly MemberId[]
  readonly planIds: readonly PlanId[]
}

/** Somebody with an address whom something waits for that no letter told of. */
export interface Waiting {
  readonly memberId: MemberId
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly choice: DigestChoice | null
  readonly school: {
    readonly name: string
    readonly timeZone: string
    readonly calendar: SchoolCalendar
  }
  /** Since when the oldest of it waits. */
  readonly sinceMs: number
  /** When the latest letter told of something; null: none did. */
  readonly mailedAtMs: number | null
}

export interface InboxStore {
  /** Those of all memberships of the person that hold; plans that are told of at all. */
  listToldPlans(userId: UserId, nowMs: number): Promise<readonly ToldPlan[]>
  /** Newest first. A message that was taken away is told of no longer. */
  list(asked: Asked, limit: number): Promise<readonly StoredNotification[]>
  countUnseen(asked: Asked): Promise<number>
  findSpeakers(schoolId: SchoolId, memberIds: readonly string[]): Promise<Speakers>
  /** Of the person's own, these, or all that had come by then. */
  markSeen(
    userId: UserId,
    these: readonly string[] | { readonly upToMs: number },
    nowMs: number,
  ): Promise<void>

  /** null: they never chose. */
  readChoice(userId: UserId): Promise<DigestChoice | null>
  saveChoice(userId: UserId, choice: DigestChoice): Promise<void>

  /**
   * People of schools that are no example, with a confirmed address, whom something waits for
   * that is not older than `fromMs`; pupils are not among them.
   */
  listWaiting(fromMs: number, nowMs: number): Promise<readonly Waiting[]>
  /** Of one's plans what is neither seen nor mailed, newest first. */
  listUnmailed(
    asked: Asked,
    range: { readonly fromMs: number; readonly limit: number },
  ): Promise<readonly StoredNotification[]>
  /** Takes them for a letter, in one statement: of two at once one gets each. */
  claim(ids: readonly NotificationId[], nowMs: number): Promise<readonly NotificationId[]>
  /** The letter surely went nowhere. */
  giveBack(ids: readonly NotificationId[], claimedAtMs: number): Promise<void>

  /** Throws away what was seen before then. */
  removeSeen(seenBeforeMs: number): Promise<void>
}
