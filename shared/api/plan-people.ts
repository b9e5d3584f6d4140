/**
 * Who is what for a plan: posts, and what each member may do with it.
 *
 *   GET /api/plans/:planId/posts               -> Posts, for all who read the plan
 *   PUT /api/plans/:planId/posts               Posts -> 204, all of them at once
 *   GET /api/plans/:planId/rights              -> RightList
 *   PUT /api/plans/:planId/rights/:memberId    NewRight -> 204
 *   PUT /api/plans/:planId/state               NewPlanState -> 204
 *   GET /api/schools/:schoolId/deleted-plans   -> DeletedPlanList
 *
 * All but the first are a coordinator's. Members of another school are 'not-found';
 * 'above-role' (409): a guest who is to write, a pupil as head. A right that is taken
 * is taken in open plans at once: they go on reading, or are closed.
 */
import { type Static, Type } from 'typebox'
import { PLAN_RIGHTS } from '../access/plan-right.ts'
import { PLAN_STATES } from '../access/policy.ts'
import { Id, Line, RoleName } from './common.ts'

const Members = Type.Array(Id, { maxItems: 50, uniqueItems: true })

export const Posts = Type.Object({
  /** One, or nobody. */
  head: Type.Union([Id, Type.Null()]),
  responsible: Members,
  pupilsCouncil: Members,
  /** Sections with nobody are left out. */
  sectionOwners: Type.Array(
    Type.Object({
      /** Of a section of the plan's template. */
      sectionId: Type.String({ minLength: 1, maxLength: 100 }),
      memberIds: Members,
    }),
    { maxItems: 50 },
  ),
})
export type Posts = Static<typeof Posts>

const RightName = Type.Enum([...PLAN_RIGHTS])

export const MemberRight = Type.Object({
  memberId: Id,
  name: Line,
  role: RoleName,
  /** What the plan says of them; null: nothing. */
  onPlan: Type.Union([RightName, Type.Null()]),
  /** Theirs when the plan says nothing. */
  usual: RightName,
  /** No plan gives their role more. */
  ceiling: RightName,
  /** What counts. */
  right: RightName,
})
export type MemberRight = Static<typeof MemberRight>

/** Active members, in the order they came. */
export const RightList = Type.Object({ members: Type.Array(MemberRight) })
export type RightList = Static<typeof RightList>

export const RightParams = Type.Object({ planId: Id, memberId: Id })

/** null: what is usual for them. */
export const NewRight = Type.Object({ right: Type.Union([RightName, Type.Null()]) })
export type NewRight = Static<typeof NewRight>

/** A deleted plan can be restored for 30 days, by any other state. */
export const NewPlanState = Type.Object({ state: Type.Enum([...PLAN_STATES]) })
export type NewPlanState = Static<typeof NewPlanState>

export const DeletedPlanList = Type.Object({
  /** Latest deleted first. */
  plans: Type.Array(
    Type.Object({
      planId: Id,
      title: Type.String(),
      deletedAtMs: Type.Number(),
      /** Milliseconds since the epoch: then it is gone for good. */
      goneAtMs: Type.Number(),
    }),
  ),
})
export type DeletedPlanList = Static<typeof DeletedPlanList>
