/** The tables of what is said about plans, as Kysely sees them; their habits are schema.ts's. */
import type { Role } from '../../shared/access/policy.ts'
import type { DIGESTS, NotificationKind } from '../../shared/api/inbox.ts'
import type { Reaction } from '../../shared/api/threads.ts'
import type { SuggestionState } from '../../shared/discuss/suggestion.ts'
import type {
  MemberId,
  MessageId,
  NotificationId,
  PlanId,
  SchoolId,
  ThreadId,
  UserId,
} from '../../shared/ids.ts'

export interface DiscussionTables {
  left_member: LeftMemberTable
  thread: ThreadTable
  thread_seen: ThreadSeenTable
  thread_message: ThreadMessageTable
  message_reaction: MessageReactionTable
  notification: NotificationTable
  digest_choice: DigestChoiceTable
}

/** What a member was who was removed: what they said is still there, and the trail names them. */
interface LeftMemberTable {
  id: MemberId
  school_id: SchoolId
  role: Role
  /** Who it was, who may be gone altogether; null: erased, kept long enough, or of before. */
  user_id: UserId | null
  /** What the school called them; who is erased since is called by a role; null as above. */
  name: string | null
  /** null: of before this was kept. */
  left_at_ms: number | null
}

interface ThreadTable {
  id: ThreadId
  plan_id: PlanId
  /** 1 for the plan's first, then gap-free. */
  number: number
  /** ThreadPlace, as JSON. */
  place: string
  /** Who began it; as everywhere here, a member of now or one who has left. */
  member_id: MemberId
  created_at_ms: number
  /** Of plan.thread_seq, at its latest change. */
  seq: number
  resolved_at_ms: number | null
  resolved_by: MemberId | null
  assignee_id: MemberId | null
  decision: string | null
  decided_by: MemberId | null
  decided_at_ms: number | null
  /** SuggestedChange, as JSON; null: a comment. */
  change: string | null
  suggestion_state: SuggestionState | null
  settled_by: MemberId | null
  settled_at_ms: number | null
  /** Why it was refused. */
  reason: string | null
  /** What takes an accepted suggestion back (AppliedChange of server/sync/plan-change.ts), as JSON. */
  applied: string | null
}

/** Up to which change somebody has seen a thread. */
interface ThreadSeenTable {
  thread_id: ThreadId
  member_id: MemberId
  seq: number
}

interface ThreadMessageTable {
  id: MessageId
  thread_id: ThreadId
  member_id: MemberId
  /** 0 for the first, then gap-free. */
  place_in_thread: number
  created_at_ms: number
  edited_at_ms: number | null
  /** Its writer took it away: the body is null from then on. */
  gone_at_ms: number | null
  /** null: gone, or the suggestion says all. */
  body: string | null
}

interface MessageReactionTable {
  message_id: MessageId
  reaction: Reaction
  member_id: MemberId
  created_at_ms: number
}

/** What waits for somebody. */
interface NotificationTable {
  id: NotificationId
  member_id: MemberId
  plan_id: PlanId
  thread_id: ThreadId
  message_id: MessageId | null
  kind: NotificationKind
  by_member_id: MemberId
  created_at_ms: number
  seen_at_ms: number | null
  /** When it went out in a digest. */
  mailed_at_ms: number | null
}

/** How somebody wants their mail, where it is not the usual. */
interface DigestChoiceTable {
  user_id: UserId
  digest: (typeof DIGESTS)[number]
  quiet_from: number
  quiet_to: number
}
