/**
 * The tables as Kysely sees them, the same on every engine: ids are text made by
 * us, times are milliseconds since the epoch, flags are nullable times, bytes are
 * Uint8Array, nested things JSON as text. Made by the migrations beside this file.
 */
import type { InvitedRole, PlanState, Role } from '../../shared/access/policy.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { InvitationId, MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type {
  AccountTable,
  IdentityTable,
  OneTimeLinkTable,
  PersonalInvitationTable,
  ProviderAttemptTable,
  SessionProofTable,
} from './schema-of-doors.ts'

export interface Tables {
  school: SchoolTable
  user: UserTable
  member: MemberTable
  session: SessionTable
  sign_in_link: SignInLinkTable
  set_up_link: SetUpLinkTable
  account: AccountTable
  one_time_link: OneTimeLinkTable
  session_proof: SessionProofTable
  identity: IdentityTable
  provider_attempt: ProviderAttemptTable
  personal_invitation: PersonalInvitationTable
  invitation: InvitationTable
  plan: PlanTable
  plan_update: PlanUpdateTable
  plan_client: PlanClientTable
  plan_checkpoint: PlanCheckpointTable
  plan_history: PlanHistoryTable
  plan_history_state: PlanHistoryStateTable
  plan_summary: PlanSummaryTable
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
}

/** Only hashes of tokens are stored: SHA-256, hex. */
interface SessionTable {
  token_hash: string
  user_id: UserId
  created_at_ms: number
  expires_at_ms: number
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
  epoch: number
  /** Sequence number of the latest update; 0 for none. */
  head: number
  created_at_ms: number
  changed_at_ms: number
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
