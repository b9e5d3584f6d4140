/**
 * Who may do what: the one table that server and client read.
 *
 * Verb x role x plan state x relation. The relation is what joins a member to the
 * very object: their right on that plan, their posts there, whether it is about
 * themselves. The server decides; the client only hides what `may` refuses. Every
 * route and every socket message names its verb.
 */
import { holds, planRight, type PlanRight } from './plan-right.ts'
import type { Post } from './posts.ts'

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
  /** The posts on the plan that do as well as one of the roles. */
  readonly posts?: readonly Post[]
  /** The least right on the plan; absent: the role alone decides. */
  readonly needs?: PlanRight
  /** The plan states in which the verb is possible; absent: the verb is not about a plan. */
  readonly states?: readonly PlanState[]
  /** The roles of those who may when it is about themselves. */
  readonly themselves?: readonly Role[]
}

const everyone: readonly Role[] = ROLES
const staff: readonly Role[] = ['coordinator', 'teacher', 'leadership']
const adults: readonly Role[] = [...staff, 'guest']
const writers: readonly Role[] = ['coordinator', 'teacher']
const coordinator: readonly Role[] = ['coordinator']
const overseers: readonly Role[] = ['coordinator', 'leadership']
const active: readonly PlanState[] = ['active']
const readable: readonly PlanState[] = ['active', 'closed', 'archived']

export const POLICY = {
  'plan.list': { roles: everyone },
  'plan.create': { roles: writers },
  'plan.read': { roles: everyone, needs: 'read', states: readable },
  'plan.write': { roles: staff, needs: 'write', states: active },
  'plan.discuss': { roles: adults, needs: 'discuss', states: active },
  'plan.suggest': { roles: adults, needs: 'discuss', states: active },
  /** What is said about a plan is for those who take part in it. */
  'plan.read-threads': { roles: adults, needs: 'discuss', states: readable },
  /** Who wrote what, and what the plan said before: not for guests. */
  'plan.read-history': { roles: staff, needs: 'read', states: readable },
  /** To take a suggestion into the text, or refuse it. */
  'plan.decide': { roles: staff, needs: 'write', states: active },
  /** To approve, or ask for changes. */
  'plan.vote': {
    roles: ['leadership'],
    posts: ['head', 'responsible'],
    needs: 'read',
    states: active,
  },
  /** To send to approval, and to take back from it. */
  'plan.submit': { roles: coordinator, needs: 'read', states: active },
  'plan.publish': { roles: coordinator, needs: 'read', states: readable },
  /** What pupils do in their room: propose, react, take part in the hearing. */
  'plan.propose': { roles: ['pupil'], posts: ['pupils-council'], needs: 'read', states: active },
  'plan.export': { roles: adults, needs: 'read', states: readable },
  /** To see by which links people can come to the plan; never the links themselves. */
  'plan.share': { roles: staff, needs: 'read', states: readable },
  /** To make codes by which pupils come to read the plan, and to see who came. */
  'plan.open-to-pupils': { roles: writers, needs: 'write', states: readable },
  /** To give out posts, and to narrow or widen what a member may do with the plan. */
  'plan.appoint': { roles: coordinator, states: readable },
  /** To close, archive, delete and restore. */
  'plan.settle': { roles: coordinator, states: PLAN_STATES },
  /** To see which deleted plans of the school can be restored. */
  'plan.restore': { roles: coordinator },

  /** To make links by which people become members of the school, and to revoke them. */
  'school.invite': { roles: coordinator },
  'school.read': { roles: staff },
  'school.settle': { roles: coordinator },
  'school.audit': { roles: overseers },
  'member.list': { roles: overseers },
  /** To give a role, suspend, let in again, remove. */
  'member.change': { roles: coordinator },
  /** What a pupil is called by is for the adults to see to. */
  'member.rename': { roles: coordinator, themselves: adults },
  /** To make a link that signs in a member who is locked out; see sign-in/member-link-route.ts. */
  'school.sign-in-link': { roles: coordinator },
  /** To give a pupil a new return code in place of one that was lost. */
  'school.return-code': { roles: writers },
} as const satisfies Record<string, Rule>

/** Something one can ask to do with a school, a plan or a member. */
export type Verb = keyof typeof POLICY

/** A membership that holds: neither suspended nor over. */
export interface Standing {
  readonly schoolId: string
  readonly role: Role
  /** On every plan of the school; absent or null: what is usual for the role. */
  readonly defaultRight?: PlanRight | null
}

/** A signed-in person, as the policy sees them. */
export interface Principal {
  readonly memberships: readonly Standing[]
}

/** What joins the asking person to the object, beside their role. */
export interface Relation {
  /** What the plan says of them; absent or null: nothing. */
  readonly right?: PlanRight | null
  readonly posts?: readonly Post[]
  /** The object is themselves. */
  readonly isThemselves?: boolean
}

/**
 * Is it somebody who is here as a pupil and nothing else? They have no account: no address, no
 * password, no name but the one they came in by.
 */
export function isOnlyPupil({ memberships }: Principal): boolean {
  return memberships.length > 0 && memberships.every(({ role }) => role === 'pupil')
}

/** The object a verb is about: always in a school, and for plan verbs with the plan's state. */
export interface PolicyObject {
  readonly schoolId: string
  readonly planState?: PlanState
  readonly relation?: Relation
}

/** May this person do this with that? `null` is someone who is not signed in. */
export function may(who: Principal | null, verb: Verb, what: PolicyObject): boolean {
  const standing = who?.memberships.find(({ schoolId }) => schoolId === what.schoolId)
  if (!standing) return false

  const rule: Rule = POLICY[verb]
  const { relation = {}, planState } = what
  if (!isOneOf(rule, standing.role, relation)) return false
  if (!rule.states) return true
  if (planState === undefined || !rule.states.includes(planState)) return false
  return rule.needs === undefined || holds(rightOf(standing, relation), rule.needs)
}

/** The plan states in which a verb is possible; none: it is not about a plan. */
export function statesOf(verb: Verb): readonly PlanState[] {
  const rule: Rule = POLICY[verb]
  return rule.states ?? []
}

function isOneOf({ roles, posts, themselves }: Rule, role: Role, relation: Relation): boolean {
  if (roles.includes(role)) return true
  if (relation.isThemselves && themselves?.includes(role)) return true
  return relation.posts?.some((post) => posts?.includes(post)) ?? false
}

function rightOf(
  { role, defaultRight = null }: Standing,
  { right = null, posts = [] }: Relation,
): PlanRight {
  return planRight({ role, defaultRight }, { right, hasPost: posts.length > 0 })
}
