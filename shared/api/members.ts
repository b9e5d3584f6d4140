/**
 * The members of a school, and what its coordinators do with them.
 *
 *   GET  /api/schools/:schoolId/members      -> MemberList
 *   PUT  /api/members/:memberId/role         NewRole -> 204
 *   POST /api/members/:memberId/suspend      -> 204
 *   POST /api/members/:memberId/restore      -> 204, no longer suspended
 *   POST /api/members/:memberId/remove       -> 204
 *   PUT  /api/members/:memberId/name         NewName -> 204, by a coordinator or by themselves
 *   PUT  /api/me/name                        NewName -> 204, in all my schools
 *
 * 'last-coordinator' (409): the school would be left without one who can act.
 * Each deed is felt in open plans at once. Done again it changes nothing and answers the same.
 */
import { type Static, Type } from 'typebox'
import { POSTS } from '../access/posts.ts'
import { DateText, Id, Line, RoleName } from './common.ts'

export const MEMBER_STATES = ['active', 'suspended', 'expired'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

export const HeldPost = Type.Object({
  planId: Id,
  planTitle: Type.String(),
  post: Type.Enum([...POSTS]),
  /** Of a section owner: the section in the plan's template; else null. */
  sectionId: Type.Union([Type.String(), Type.Null()]),
})

export const SchoolMember = Type.Object({
  memberId: Id,
  name: Line,
  role: RoleName,
  state: Type.Enum([...MEMBER_STATES]),
  /** A guest's: may they discuss on plans that say nothing else? false for all others. */
  isDiscussingGuest: Type.Boolean(),
  /** The one who asks. */
  isMe: Type.Boolean(),
  posts: Type.Array(HeldPost),
  /** The day they came. */
  joinedOn: DateText,
  /** The day they last used a session that still stands; null: they have none. */
  lastSeenOn: Type.Union([DateText, Type.Null()]),
  /** When the membership ends by itself, milliseconds since the epoch; null: it stays. */
  expiresAtMs: Type.Union([Type.Number(), Type.Null()]),
})
export type SchoolMember = Static<typeof SchoolMember>

/** In the order they came. */
export const MemberList = Type.Object({ members: Type.Array(SchoolMember) })
export type MemberList = Static<typeof MemberList>

export const MemberParams = Type.Object({ memberId: Id })
export const NewRole = Type.Object({ role: RoleName })
export const NewName = Type.Object({ name: Line })
