/**
 * Port: the members of a school, and the deeds on them.
 *
 * Each deed is one transaction, with its line in the audit trail, and all deeds in
 * one school come one after the other: whether the one who does it still may, and
 * whether a coordinator would be left, is decided in it.
 */
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { Role } from '../../shared/access/policy.ts'
import type { Post } from '../../shared/access/posts.ts'
import type { MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'

export interface KnownMember {
  readonly memberId: MemberId
  readonly userId: UserId
  readonly schoolId: SchoolId
  readonly role: Role
}

export interface ListedMember extends KnownMember {
  readonly name: string
  readonly defaultRight: PlanRight | null
  readonly createdAtMs: number
  readonly suspendedAtMs: number | null
  readonly expiresAtMs: number | null
  /** The latest use of a session that still stands; null: none. */
  readonly usedAtMs: number | null
  readonly posts: readonly {
    readonly planId: PlanId
    readonly planTitle: string
    readonly post: Post
    readonly sectionId: string | null
  }[]
}

/** Who does it, and when. */
export interface By {
  /** null: the server, or whoever runs it. */
  readonly memberId: MemberId | null
  readonly atMs: number
}

/** 'not-allowed': the one who does it is not a coordinator any more. */
export type MemberOutcome = 'done' | 'unknown-member' | 'last-coordinator' | 'not-allowed'

export interface MemberStore {
  /** Suspended ones and those whose time is over too, not those who are erased. In the order they came. */
  listMembers(schoolId: SchoolId, nowMs: number): Promise<readonly ListedMember[]>
  /** null: there is none, or it is erased. */
  findMember(memberId: string): Promise<KnownMember | null>
  /** What somebody is anywhere, suspended and over included. */
  listOf(userId: UserId): Promise<readonly KnownMember[]>

  /** What plans gave them beyond what is usual for the new role is taken back. */
  setRole(memberId: MemberId, role: Role, by: By): Promise<MemberOutcome>
  setSuspended(memberId: MemberId, isSuspended: boolean, by: By): Promise<MemberOutcome>
  /** Takes the membership away, with its posts and rights; the person and what they wrote stay. */
  remove(memberId: MemberId, by: By): Promise<MemberOutcome>
  /** What this school calls them. */
  rename(memberId: MemberId, name: string, by: By): Promise<MemberOutcome>
}
