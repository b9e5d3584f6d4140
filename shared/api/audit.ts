/**
 * The audit trail of a school: what was done with people, rights and plans, by whom.
 *
 *   GET /api/schools/:schoolId/audit?before=<seq>&limit=<1-200>  -> AuditPage
 *
 * Newest first. For coordinators and leadership.
 */
import { type Static, Type } from 'typebox'

/** What can have been done. `facts` of each: see AuditFacts. */
export const AUDIT_DEEDS = [
  /** On the school. */
  'school-made',
  /** On the school: its data come from a backup. facts: madeAtMs, of the backup. */
  'school-restored',
  /** On the school. facts: changed, the settings that are others now. */
  'settings-changed',
  /** On an invitation. facts: role, planId, maxUses, expiresAtMs, discuss, personal: for one person; text: its name. */
  'invitation-made',
  /** On an invitation. */
  'invitation-revoked',
  /** On an invitation. facts: memberId and role of who came in by it. */
  'invitation-used',
  /** On the member who came, with the role that the provider's groups give. facts: role. */
  'member-came-by-provider',
  /** On a member who was locked out. */
  'sign-in-link-made',
  /** On a member. facts: from, to. */
  'role-changed',
  /** On a member, as the four below. */
  'member-suspended',
  'member-restored',
  /** facts: role. */
  'member-removed',
  /** facts: role. Their name, and what the trail said of it, are gone. */
  'member-erased',
  /** facts: textHash; text: the name that was given. */
  'member-renamed',
  /** On the door: a code by which pupils come in. facts: planId, maxUses, expiresAtMs. */
  'pupil-door-opened',
  /** On the door. */
  'pupil-door-closed',
  /** On the door. facts: memberId, planId. */
  'pupil-came-in',
  /** On a member, a pupil. */
  'return-code-renewed',
  /** On an invitation. facts: count of the guests whose access ended with it. */
  'guests-ended',
  /** On the member themselves. facts: count. */
  'sessions-revoked',
  /** On a plan, as all below. */
  'plan-made',
  /** facts: reason. */
  'plan-removed',
  /** facts: from, to. */
  'plan-state-changed',
  /** facts: head, responsible, pupilsCouncil, sectionOwners, as they are now. */
  'posts-changed',
  /** facts: memberId, from, to; null is what is usual for the role. */
  'right-changed',
  /** Something is to be taken out of the text and its history. Stands before 'plan-redacted', or alone when that failed. */
  'plan-redaction-begun',
  /** Something was taken out of the text and its history. facts: places, how often. */
  'plan-redacted',
  /** A thread ended in a decision. facts: threadId, isTakenAway: it is none any more. */
  'decision-noted',
] as const
export type AuditDeed = (typeof AUDIT_DEEDS)[number]

/** Ids, words of the policy, numbers; never a name. */
export const AuditFacts = Type.Record(Type.String(), Type.Unknown())
export type AuditFacts = Readonly<Record<string, unknown>>

/** null as a name: they were removed, and it is kept no more. */
const Named = Type.Object({
  memberId: Type.String(),
  name: Type.Union([Type.String(), Type.Null()]),
})

export const AuditItem = Type.Object({
  seq: Type.Integer(),
  /** Milliseconds since the epoch. */
  atMs: Type.Number(),
  /** null: the server itself, or whoever runs it. */
  actor: Type.Union([Named, Type.Null()]),
  deed: Type.Enum([...AUDIT_DEEDS]),
  objectId: Type.String(),
  /** The member that it was done to, or who came in; null: it is about none. */
  member: Type.Union([Named, Type.Null()]),
  facts: AuditFacts,
  /** A personal text that the deed is about; null: none, or erased. */
  text: Type.Union([Type.String(), Type.Null()]),
  /** SHA-256, hex; the next entry holds it. */
  hash: Type.String(),
})
export type AuditItem = Static<typeof AuditItem>

export const AuditPage = Type.Object({
  entries: Type.Array(AuditItem),
  /** Ask for those before this one next; null: there are none. */
  nextBefore: Type.Union([Type.Integer(), Type.Null()]),
})
export type AuditPage = Static<typeof AuditPage>

export const AuditQuery = Type.Object({
  before: Type.Optional(Type.Integer({ minimum: 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
