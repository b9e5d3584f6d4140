/**
 * The tables as Kysely sees them, the same on every engine: ids are text made by
 * us, times are milliseconds since the epoch, flags are nullable times, bytes are
 * Uint8Array, nested things JSON as text. Made by the migrations beside this file.
 */
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { Post } from '../../shared/access/posts.ts'
import type { InvitedRole, PlanState, Role } from '../../shared/access/policy.ts'
import type { Browser, System } from '../../shared/api/sessions.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { InvitationId, MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { AuditEntryTable, AuditHeadTable, AuditTextTable } from './schema-of-audit.ts'
import type { DiscussionTables } from './schema-of-discussion.ts'
import type { DoorTables } from './schema-of-doors.ts'
import type { HistoryTables } from './schema-of-history.ts'
import type { PupilTables } from './schema-of-pupils.ts'

export interface Tables extends DiscussionTables, DoorTables, HistoryTables, PupilTables {
  school: SchoolTable
  user: UserTable
  member: MemberTable
  session: SessionTable
  sign_in_link: SignInLinkTable
  set_up_link: SetUpLinkTable
  invitation: InvitationTable
  plan: PlanTable
  plan_update: PlanUpdateTable
  plan_client: PlanClientTable
  plan_checkpoint: PlanCheckpointTable
  plan_history: PlanHistoryTable
  plan_history_state: PlanHistoryStateTable
  plan_summary: PlanSummaryTable
  plan_search: PlanSearchTable
  plan_right: PlanRightTable
  plan_post: PlanPostTable
  audit_head: AuditHeadTable
  audit_entry: AuditEntryTable
  audit_text: AuditTextTable
}

interface SchoolTable {
  id: SchoolId
  name: string
  language: Language
  /** IANA name. */
  time_zone: string
  /** The example school lives on this day; null: the real one. */
  frozen_today: CalendarDate | null
  /** When the example school is thrown away; null: a real school. */
  expires_at_ms: number | null
  created_at_ms: number
  /** SchoolCalendar of shared/api/school-settings.ts, as JSON; null: none set. */
  calendar: string | null
  /** How long what may be thrown away is kept; null: not decided. */
  retention_days: number | null
}

interface UserTable {
  id: UserId
  name: string
  language: Language
  created_at_ms: number
}

interface MemberTable {
  id: MemberId
  school_id: SchoolId
  user_id: UserId
  role: Role
  created_at_ms: number
  /** What this school calls them; null: what they call themselves. */
  name: string | null
  /** On plans that say nothing else of them; null: what is usual for the role. */
  default_right: PlanRight | null
  /** Kept, and gives nothing; null: not suspended. */
  suspended_at_ms: number | null
  /** From then on it gives nothing; null: it stays. */
  expires_at_ms: number | null
  /** Suspended for good, with a role in place of the name; null: not erased. */
  erased_at_ms: number | null
  /** A guest's: by which they came; null: by none, or it is not known. */
  invitation_id: InvitationId | null
}

/** Only hashes of tokens are stored: SHA-256, hex. */
interface SessionTable {
  token_hash: string
  user_id: UserId
  created_at_ms: number
  expires_at_ms: number
  /** Within an hour; null: of before this was kept. */
  used_at_ms: number | null
  /** A coarse word for the browser, and for what it runs on: people/device.ts. */
  browser: Browser | null
  system: System | null
  /** Others use the machine too; null: it is one's own. */
  public_since_ms: number | null
}

interface SignInLinkTable {
  token_hash: string
  user_id: UserId
  /** A path of our own, where the link leads: '/plans/<id>'. */
  path: string
  expires_at_ms: number
}

interface SetUpLinkTable {
  token_hash: string
  created_at_ms: number
  used_at_ms: number | null
}

interface InvitationTable {
  id: InvitationId
  token_hash: string
  school_id: SchoolId
  /** Where it leads. */
  plan_id: PlanId
  role: InvitedRole
  /** As member.default_right, of whom it lets in. */
  default_right: PlanRight | null
  /** What its maker calls it: 'Lyngnes skole, besøk'; null: nothing. */
  label: string | null
  /** null: whoever made it is no longer known here. */
  made_by: UserId | null
  created_at_ms: number
  expires_at_ms: number
  max_uses: number
  uses: number
  revoked_at_ms: number | null
}

interface PlanTable {
  id: PlanId
  school_id: SchoolId
  state: PlanState
  template_id: string
  template_version: number
  /** See sync/epoch.ts. */
  epoch: number
  /** The latest epoch that a restore from a backup began; null: none did. */
  restored_epoch: number | null
  /** Sequence number of the latest update; 0 for none. */
  head: number
  created_at_ms: number
  changed_at_ms: number
  /** Since when it is in its state; null: from the beginning. */
  state_since_ms: number | null
  /** Goes up by every change of what is said about it; null: nothing ever was. */
  thread_seq: number | null
}

/** The log: what was acknowledged, in order, for ever; older parts of it are in plan_history. */
interface PlanUpdateTable {
  plan_id: PlanId
  /** 1 for the first, then gap-free. */
  seq: number
  time_ms: number
  /** Who was signed in on the connection; null: the server itself. */
  user_id: UserId | null
  /** Yjs client ids in the update, as a JSON array. */
  client_ids: string
  /** Yjs update, encoding v1. */
  bytes: Uint8Array
}

/** Whose Yjs client ids those in a plan are, from the first update under each. */
interface PlanClientTable {
  plan_id: PlanId
  client_id: number
  /** null: the server itself. */
  user_id: UserId | null
}

/** All updates up to and with `seq`, as one. Added beside the log, never instead of it. */
interface PlanCheckpointTable {
  plan_id: PlanId
  seq: number
  time_ms: number
  bytes: Uint8Array
}

/** The older part of the log, whole and gap-free: rows `first_seq` to `last_seq`, see sync/history-block.ts. */
interface PlanHistoryTable {
  plan_id: PlanId
  first_seq: number
  last_seq: number
  bytes: Uint8Array
}

/** Now and then a checkpoint that is not the latest any more, zstd: where an old moment begins. */
interface PlanHistoryStateTable {
  plan_id: PlanId
  seq: number
  bytes: Uint8Array
}

/** What lists show, refreshed after commits; `seq` says which moment it shows. */
interface PlanSearchTable {
  plan_id: PlanId
  /** The latest update that the texts show. */
  seq: number
  folded: string
  /** JSON: SearchedText[] of server/plans/searched-plan.ts. */
  texts: string
}

interface PlanSummaryTable {
  plan_id: PlanId
  seq: number
  title: string
  period_start: CalendarDate | null
  period_end: CalendarDate | null
  /**
   * WheelPart[] of shared/api/plans.ts, as JSON, without lateCount's day: see plans/plan-
   * summary.ts.
   */
  wheel: string
}

/** What a plan says of a member in place of the usual: narrower or wider. */
interface PlanRightTable {
  plan_id: PlanId
  member_id: MemberId
  plan_right: PlanRight
}

interface PlanPostTable {
  plan_id: PlanId
  post: Post
  /** Of a section owner; '' for the other posts. */
  section_id: string
  member_id: MemberId
}
