/**
 * Port: erasing people, and what is kept of one.
 *
 * An erasure is one transaction, with its lines in the audit trails, or nothing. It
 * takes the name, the way to sign in, sessions, links, posts, rights, and what the
 * trails say of the name. The membership stays as a number that texts and the trails
 * may name, called by a role.
 */
import type { Role } from '../../shared/access/policy.ts'
import type { KeptOfPerson } from '../../shared/api/erasure.ts'
import type { MemberId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { By } from '../people/member-store.ts'

/** What somebody is called who was this in a school of that language. */
export type FormerName = (language: Language, role: Role) => string

export type Erasure =
  | {
      readonly kind: 'erased'
      readonly userId: UserId
      /** Hashes of the sessions that are gone with it. */
      readonly endedSessions: readonly string[]
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'last-coordinator' }
  /** The one who does it is not a coordinator any more. */
  | { readonly kind: 'not-allowed' }

export interface ErasureStore {
  /** In all their schools, and all that is known of them beside. */
  erasePerson(userId: UserId, atMs: number, formerName: FormerName): Promise<Erasure>
  /** In one school; a person who is in no other is erased whole. */
  eraseMember(memberId: MemberId, by: By, formerName: FormerName): Promise<Erasure>
  /** null: there is no such person. */
  readKept(userId: UserId): Promise<KeptOfPerson | null>
  /** Plans in which they wrote something, with their titles. */
  listWrittenPlans(
    userId: UserId,
  ): Promise<readonly { readonly planId: string; readonly title: string }[]>
}
