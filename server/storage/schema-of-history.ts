/** The tables of what plans were, as Kysely sees them; their habits are schema.ts's. */
import type { VersionKind } from '../../shared/api/history.ts'
import type { MemberId, PlanId, UserId } from '../../shared/ids.ts'

export interface HistoryTables {
  plan_version: PlanVersionTable
  plan_change: PlanChangeTable
  plan_history_read: PlanHistoryReadTable
  plan_visit: PlanVisitTable
}

/** A moment of a plan worth going back to. */
interface PlanVersionTable {
  plan_id: PlanId
  seq: number
  kind: VersionKind
  name: string | null
  /** Of the update. */
  time_ms: number
  /** UserId[] of who wrote since the version before, as JSON. */
  users: string
}

/** Who changed a place last: from the log, up to plan_history_read.seq. */
interface PlanChangeTable {
  plan_id: PlanId
  /** As ChangedPlaces of shared/api/history.ts names them. */
  place: string
  /** null: the server itself. */
  user_id: UserId | null
  time_ms: number
  seq: number
}

/** How far the log has been read for versions and changes. */
interface PlanHistoryReadTable {
  plan_id: PlanId
  seq: number
  /** The spell of writing that has not ended there, as JSON; null: none. */
  spell: string | null
}

/** Where somebody's latest visit ended. */
interface PlanVisitTable {
  plan_id: PlanId
  member_id: MemberId
  seq: number
  time_ms: number
}
