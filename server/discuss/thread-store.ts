/**
 * Port: what is said about plans.
 *
 * Each deed is one transaction, and all deeds come one after the other: whether the one who does
 * it still may is decided in it, it takes the next number of the plan's changes
 * (`seq`), and what waits for others by it is written with it. A deed that changes nothing
 * takes no number and tells nobody. A thread or message is of the plan and thread it is asked
 * for with, or 'unknown'.
 */
import type { Reaction } from '../../shared/api/threads.ts'
import type { SuggestedChange, SuggestionState } from '../../shared/discuss/suggestion.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { MemberId, MessageId, PlanId, SchoolId, ThreadId, UserId } from '../../shared/ids.ts'
import type { Speakers } from '../people/speaker.ts'
import type { Scrub } from '../sync/scrub-words.ts'
import type { PlaceFacts } from './who-is-told.ts'

/** Of which plan. */
export interface DiscussedPlan {
  readonly planId: PlanId
  readonly schoolId: SchoolId
}

/** Who does it, and when. */
export interface DeedBy {
  readonly memberId: MemberId
  readonly atMs: number
}

export interface NewThreadRow {
  readonly threadId: ThreadId
  readonly messageId: MessageId
  readonly place: ThreadPlace
  /** null: the suggestion says all. */
  readonly body: string | null
  readonly change: SuggestedChange | null
  /** Of the plan that it was begun on; null: it is not said. */
  readonly epoch: number | null
  /** Of the place, for who is told. */
  readonly facts: PlaceFacts
}

/** One message; `threadId` and `messageId` as the request has them. */
export interface MessagePlace {
  readonly threadId: string
  readonly messageId: string
}

/**
 * 'not-yours': somebody else's message. 'id-taken': the id names something else. 'full': no room
 * for more. 'unknown-member': no member of the school. 'above-role': one who does not take part
 * in discussing this plan. 'not-allowed': who does it may not any more.
 * 'epoch-changed': the plan was written anew since.
 */
export type ThreadOutcome =
  | 'changed'
  | 'same'
  | 'unknown'
  | 'not-yours'
  | 'id-taken'
  | 'full'
  | 'unknown-member'
  | 'above-role'
  | 'not-allowed'
  | 'epoch-changed'

export interface Settling {
  readonly from: SuggestionState
  readonly to: SuggestionState
  /** What takes it back; absent: as it is. */
  readonly applied?: WayBack
  /** Why it is refused. */
  readonly reason?: string | null
  /** Back to what it was: by whom and when it had become so. */
  readonly settled?: Done | null
}

/** What takes an accepted suggestion back. */
export interface WayBack {
  /** JSON; null: nothing does. */
  readonly json: string | null
  /** Of the plan that it was written in. It is not kept when that was written anew since: it may hold what was taken out. */
  readonly epoch: number
}

/** 'settled': it is not in the state `from` any more, and nothing was done. */
export type SettleOutcome = 'changed' | 'settled' | 'unknown' | 'not-allowed'

export interface ThreadStore {
  /** In the order they were made. @param forMember whose `seenSeq` it is. */
  listThreads(plan: DiscussedPlan, forMember: MemberId): Promise<StoredThreads>
  findThread(
    plan: DiscussedPlan,
    threadId: string,
    forMember: MemberId,
  ): Promise<FoundThread | null>

  /** The same id by the same person: 'same', whatever became of it. */
  addThread(plan: DiscussedPlan, thread: NewThreadRow, by: DeedBy): Promise<ThreadOutcome>
  /** As `addThread`. */
  addMessage(
    plan: DiscussedPlan,
    message: MessagePlace & { readonly body: string },
    by: DeedBy,
  ): Promise<ThreadOutcome>
  /** 'unknown' for one that was taken away. */
  editMessage(
    plan: DiscussedPlan,
    message: MessagePlace & { readonly body: string },
    by: DeedBy,
  ): Promise<ThreadOutcome>
  /** The words are gone; that there was a message stays. */
  takeMessageAway(plan: DiscussedPlan, message: MessagePlace, by: DeedBy): Promise<ThreadOutcome>
  setReaction(
    plan: DiscussedPlan,
    message: MessagePlace & { readonly reaction: Reaction; readonly isGiven: boolean },
    by: DeedBy,
  ): Promise<ThreadOutcome>
  /** Of two who resolve it at once, the first did. */
  setResolved(
    plan: DiscussedPlan,
    threadId: string,
    isResolved: boolean,
    by: DeedBy,
  ): Promise<ThreadOutcome>
  setAssignee(
    plan: DiscussedPlan,
    threadId: string,
    assigneeId: string | null,
    by: DeedBy,
  ): Promise<ThreadOutcome>
  /** With its line in the audit trail. */
  setDecision(
    plan: DiscussedPlan,
    threadId: string,
    sentence: string | null,
    by: DeedBy,
  ): Promise<ThreadOutcome>
  /** Never back; what waits for this member about a thread that they have seen whole is seen. */
  markSeen(
    plan: DiscussedPlan,
    threadId: string,
    seq: number,
    by: DeedBy,
  ): Promise<'changed' | 'unknown'>

  /** null: there is none, or it is a comment. */
  findSuggestion(plan: DiscussedPlan, threadId: string): Promise<StoredSuggestion | null>
  /** Open ones that this member made, oldest first; not those whose thread somebody has resolved. */
  listOpenSuggestions(plan: DiscussedPlan, by: string): Promise<readonly StoredSuggestion[]>
  /**
   * From one state to another, if it is in the one still. Back to 'open', or to what it was
   * (`settled`), who did it and what waits unseen by it are forgotten: it was not done after all.
   * For that nobody needs a right.
   */
  settleSuggestion(
    plan: DiscussedPlan,
    threadId: string,
    settling: Settling,
    by: DeedBy,
  ): Promise<SettleOutcome>

  /** Takes words out of all that is said about a plan. Accepted suggestions cannot be taken back any more. */
  redact(planId: PlanId, scrub: Scrub): Promise<void>
}

export interface StoredThreads {
  readonly threads: readonly StoredThread[]
  readonly speakers: Speakers
  /** Of the plan. */
  readonly seq: number
}

export interface FoundThread {
  readonly thread: StoredThread
  readonly speakers: Speakers
}

/** By whom and when. */
export interface Done {
  readonly by: MemberId
  readonly atMs: number
}

export interface StoredThread extends Done {
  readonly threadId: ThreadId
  readonly number: number
  readonly place: ThreadPlace
  readonly seq: number
  readonly seenSeq: number
  readonly resolved: Done | null
  readonly assigneeId: MemberId | null
  readonly decision: (Done & { readonly sentence: string }) | null
  readonly suggestion: {
    readonly change: SuggestedChange
    readonly state: SuggestionState
    readonly settled: Done | null
    readonly reason: string | null
  } | null
  /** Oldest first. */
  readonly messages: readonly StoredMessage[]
}

export interface StoredMessage extends Done {
  readonly messageId: MessageId
  readonly editedAtMs: number | null
  readonly isGone: boolean
  readonly body: string | null
  /** Earliest first. */
  readonly reactions: readonly { readonly reaction: Reaction; readonly by: MemberId }[]
}

export interface StoredSuggestion {
  readonly threadId: ThreadId
  readonly place: ThreadPlace
  /** Whose it is. */
  readonly by: MemberId
  /** The person behind them; null: they have left. */
  readonly byUserId: UserId | null
  readonly change: SuggestedChange
  readonly state: SuggestionState
  /** Who made it what it is; null: it is open. */
  readonly settled: Done | null
  /** What takes an accepted one back, as JSON. */
  readonly applied: string | null
  /** Of the plan, as of the same moment: what is written of it is written there, or not at all. */
  readonly epoch: number
}
