/**
 * Port: who is what for a plan: posts, and rights beside the usual.
 *
 * Each deed is one transaction with its line in the audit trail. It is done only for
 * members of the plan's own school, and only by one who still is its coordinator.
 */
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { Relation, Role } from '../../shared/access/policy.ts'
import type { Posts } from '../../shared/api/plan-people.ts'
import type { MemberId, PlanId, SchoolId } from '../../shared/ids.ts'
import type { By } from '../people/member-store.ts'

export interface PlanMember {
  readonly memberId: MemberId
  readonly name: string
  readonly role: Role
  readonly defaultRight: PlanRight | null
  readonly onPlan: PlanRight | null
  readonly hasPost: boolean
}

export interface PlanOfSchool {
  readonly planId: PlanId
  readonly schoolId: SchoolId
}

/** 'above-role': the role of one of them does not allow it. */
export type PlanPeopleOutcome = 'done' | 'unknown-member' | 'above-role' | 'not-allowed'

export interface PlanPeopleStore {
  /** What a plan says of a member: for the policy. */
  findRelation(planId: PlanId, memberId: MemberId): Promise<Relation>
  /** The same of every plan of the school; those that say nothing are left out. */
  listRelationsOf(memberId: MemberId): Promise<ReadonlyMap<PlanId, Relation>>
  /** Active members of the plan's school, in the order they came. */
  listMembers(plan: PlanOfSchool, nowMs: number): Promise<readonly PlanMember[]>
  readPosts(planId: PlanId): Promise<Posts>

  /** @param right null: what is usual for them. */
  setRight(
    plan: PlanOfSchool,
    memberId: string,
    right: PlanRight | null,
    by: By,
  ): Promise<PlanPeopleOutcome>
  setPosts(plan: PlanOfSchool, posts: Posts, by: By): Promise<PlanPeopleOutcome>
}
