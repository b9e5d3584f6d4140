/**
 * How much a member may do with one plan: what is usual for their role, narrowed
 * or widened by the plan, never above the role's ceiling.
 */
import type { Role } from './policy.ts'

/** From nothing to everything; each holds those before it. */
export const PLAN_RIGHTS = ['none', 'read', 'discuss', 'write'] as const
export type PlanRight = (typeof PLAN_RIGHTS)[number]

interface RoleRights {
  /** On a plan that says nothing of the member. */
  readonly usual: PlanRight
  /** No plan gives more. */
  readonly ceiling: PlanRight
}

export const ROLE_RIGHTS: Readonly<Record<Role, RoleRights>> = {
  coordinator: { usual: 'write', ceiling: 'write' },
  teacher: { usual: 'write', ceiling: 'write' },
  leadership: { usual: 'discuss', ceiling: 'write' },
  // What is opened to them, and nothing else: pupils/pupil-doors.ts.
  pupil: { usual: 'none', ceiling: 'read' },
  guest: { usual: 'read', ceiling: 'discuss' },
}

/** Does the one right hold the other? */
export function holds(right: PlanRight, needed: PlanRight): boolean {
  return PLAN_RIGHTS.indexOf(right) >= PLAN_RIGHTS.indexOf(needed)
}

export interface RightsOfMember {
  readonly role: Role
  /** Theirs on every plan of the school; null: what is usual for the role. */
  readonly defaultRight: PlanRight | null
}

/** What a plan says of a member. */
export interface OnPlan {
  /** null: nothing. */
  readonly right: PlanRight | null
  /** Have they a post there? Who answers for a plan reads it, a pupil too; not if it is shut to them by name. */
  readonly hasPost: boolean
}

/** What counts on one plan. */
export function planRight(
  { role, defaultRight }: RightsOfMember,
  { right: onPlan, hasPost }: OnPlan,
): PlanRight {
  const { usual, ceiling } = ROLE_RIGHTS[role]
  const otherwise = defaultRight ?? usual
  const right = onPlan ?? (hasPost && otherwise === 'none' ? 'read' : otherwise)
  return holds(ceiling, right) ? right : ceiling
}
