/**
 * Who may do what: the one table that server and client read.
 *
 * The server decides; the client only hides what `may` refuses. Every route and
 * every socket message names its verb. The permission is asked on the very
 * object that the deed uses.
 */

export const ROLES = ['coordinator', 'teacher', 'leadership', 'pupil', 'guest'] as const
export type Role = (typeof ROLES)[number]

/**
 * Those whom an invitation lets in: coordinators are appointed, pupils have a door of their own.
 */
export const INVITED_ROLES = ['teacher', 'leadership', 'guest'] as const satisfies readonly Role[]
export type InvitedRole = (typeof INVITED_ROLES)[number]

/** What a plan is to the policy. In all but `active` its text can only be read. */
export const PLAN_STATES = ['active', 'closed', 'archived', 'deleted'] as const
export type PlanState = (typeof PLAN_STATES)[number]

interface Rule {
  readonly roles: readonly Role[]
  /** The plan states in which the verb is possible; absent: the verb is not about a plan. */
  readonly states?: readonly PlanState[]
}

const everyone: readonly Role[] = ROLES
const staff: readonly Role[] = ['coordinator', 'teacher', 'leadership']
const writers: readonly Role[] = ['coordinator', 'teacher']
const readable: readonly PlanState[] = ['active', 'closed', 'archived']

export const POLICY = {
  'plan.list': { roles: everyone },
  'plan.create': { roles: writers },
  'plan.read': { roles: everyone, states: readable },
  'plan.write': { roles: writers, states: ['active'] },
  'plan.export': { roles: [...staff, 'guest'], states: readable },
  /** To see by which links people can come to the plan; never the links themselves. */
  'plan.share': { roles: staff, states: readable },
  /** To make links by which people become members of the school, and to revoke them. */
  'school.invite': { roles: ['coordinator'] },
  /** To make a link that signs in a member who is locked out; see sign-in/member-links.ts. */
  'school.sign-in-link': { roles: ['coordinator'] },
} as const satisfies Record<string, Rule>

/** Something one can ask to do with a school or a plan. */
export type Verb = keyof typeof POLICY

/** A signed-in person, as the policy sees them. */
export interface Principal {
  readonly memberships: readonly { readonly schoolId: string; readonly role: Role }[]
}

/** The object a verb is about: always in a school, and for plan verbs with the plan's state. */
export interface PolicyObject {
  readonly schoolId: string
  readonly planState?: PlanState
}

/** May this person do this with that? `null` is someone who is not signed in. */
export function may(who: Principal | null, verb: Verb, what: PolicyObject): boolean {
  const membership = who?.memberships.find(({ schoolId }) => schoolId === what.schoolId)
  if (!membership) return false

  const rule: Rule = POLICY[verb]
  if (!rule.roles.includes(membership.role)) return false
  if (!rule.states) return true
  return what.planState !== undefined && rule.states.includes(what.planState)
}
