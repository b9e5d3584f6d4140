/**
 * The plans of a school: the list, making one, and what one must know to open one.
 *
 *   GET  /api/schools/:schoolId/plans   -> PlanList
 *   POST /api/schools/:schoolId/plans   NewPlan -> 201 {planId}
 *   GET  /api/plans/:planId/entry       -> PlanEntry
 *   GET  /api/plans/:planId             -> PlanDocument (shared/api/plan-document.ts)
 *   POST /api/plans/:planId/ticket      -> Ticket
 */
import { type Static, Type } from 'typebox'
import { COMMITMENTS } from '../plan/commitments.ts'
import { FIELD_STATES } from '../plan/plan-progress.ts'
import { STATUSES } from '../plan/status.ts'
import { PLAN_STATES } from '../access/policy.ts'
import { POSTS } from '../access/posts.ts'
import { DateText, Id, LanguageTag, Line, RoleName } from './common.ts'

const NullableDate = Type.Union([DateText, Type.Null()])

/** One commitment in the wheel: its two fields and its actions, in order. */
export const WheelPart = Type.Object({
  commitment: Type.Enum([...COMMITMENTS]),
  today: Type.Enum([...FIELD_STATES]),
  next: Type.Enum([...FIELD_STATES]),
  statuses: Type.Array(Type.Enum([...STATUSES])),
  lateCount: Type.Integer(),
})
export type WheelPart = Static<typeof WheelPart>

export const PlanSummary = Type.Object({
  planId: Id,
  title: Type.String(),
  state: Type.Enum([...PLAN_STATES]),
  periodStart: NullableDate,
  periodEnd: NullableDate,
  /** In the order of the commitments. */
  wheel: Type.Array(WheelPart),
  /** Milliseconds since the epoch of the latest change. */
  changedAtMs: Type.Number(),
  /** Who answers for it, by name. */
  leaders: Type.Object({
    head: Type.Union([Line, Type.Null()]),
    responsible: Type.Array(Line),
  }),
})
export type PlanSummary = Static<typeof PlanSummary>

export const PlanList = Type.Object({ plans: Type.Array(PlanSummary) })
export type PlanList = Static<typeof PlanList>

export const NewPlan = Type.Object({
  title: Line,
  language: LanguageTag,
  periodStart: NullableDate,
  periodEnd: NullableDate,
})
export type NewPlan = Static<typeof NewPlan>

export const NewPlanDone = Type.Object({ planId: Id })
export type NewPlanDone = Static<typeof NewPlanDone>

export const MemberCard = Type.Object({
  memberId: Id,
  name: Line,
  role: RoleName,
  /** false for one who is known here by what they own, and suspended, over or erased. */
  isHere: Type.Boolean(),
})
export type MemberCard = Static<typeof MemberCard>

/** Somebody who takes part in what is said about a plan. */
export const DiscusserCard = Type.Object({ memberId: Id, name: Line, role: RoleName })
export type DiscusserCard = Static<typeof DiscusserCard>

/** What the plan page needs beside the document itself. */
export const PlanEntry = Type.Object({
  planId: Id,
  title: Type.String(),
  state: Type.Enum([...PLAN_STATES]),
  /** Goes up when a plan is restored from a backup or written anew: documents of two never meet. */
  epoch: Type.Integer(),
  /**
   * The latest epoch that a restore began; null: none did. A copy of an earlier one may hold what
   * the school has lost, saved or not: it is set aside, and not forgotten.
   */
  restoredEpoch: Type.Union([Type.Integer(), Type.Null()]),
  template: Type.Object({ id: Type.String(), version: Type.Integer() }),
  school: Type.Object({ schoolId: Id, name: Line, today: DateText }),
  me: Type.Object({
    userId: Id,
    memberId: Id,
    name: Line,
    role: RoleName,
    /** Others use this computer too: of what is said about the plan nothing is to stay on it. */
    isPublicComputer: Type.Boolean(),
    mayWrite: Type.Boolean(),
    mayExport: Type.Boolean(),
    mayShare: Type.Boolean(),
    mayInvite: Type.Boolean(),
    /** To see what is said about the plan. */
    mayReadThreads: Type.Boolean(),
    mayDiscuss: Type.Boolean(),
    maySuggest: Type.Boolean(),
    /** To take suggestions into the text, refuse them, and note what was decided. */
    mayDecide: Type.Boolean(),
    /** To see who changed what, and what the plan said before. */
    mayReadHistory: Type.Boolean(),
    /** To make codes for pupils. */
    mayOpenToPupils: Type.Boolean(),
    /** To give out posts and rights. */
    mayAppoint: Type.Boolean(),
    /** To close, archive, delete and restore. */
    maySettle: Type.Boolean(),
    posts: Type.Array(Type.Enum([...POSTS])),
  }),
  /** Those of the school who can own an action: for names and the owner picker. */
  members: Type.Array(MemberCard),
  /**
   * Those who read what is said about the plan, discussing guests among them: whom one can call
   * on there, and give something to see to. [] for one who does not read it.
   */
  discussers: Type.Array(DiscusserCard),
})
export type PlanEntry = Static<typeof PlanEntry>

export const Ticket = Type.Object({
  ticket: Type.String(),
  /** Milliseconds since the epoch. */
  expiresAtMs: Type.Number(),
})
export type Ticket = Static<typeof Ticket>
