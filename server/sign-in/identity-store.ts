/**
 * Port: who people are at the school's sign-in provider, and those on the way there.
 *
 * server/storage implements it. An identity is issuer and subject. The role of one
 * membership may follow the provider's groups; one that somebody else gave never does.
 */
import type { Role } from '../../shared/access/policy.ts'
import type { MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'

export interface Identity {
  readonly issuer: string
  readonly subject: string
}

export interface ProviderAttempt {
  readonly attemptHash: string
  /** A path of our own, where one goes afterwards. */
  readonly path: string
  /** The session whose person the identity is to be connected to; null: signing in. */
  readonly sessionHash: string | null
  readonly publicComputer: boolean
  readonly expiresAtMs: number
}

export interface NewIdentityPerson {
  readonly userId: UserId
  readonly memberId: MemberId
  readonly name: string
  readonly language: Language
  readonly schoolId: SchoolId
  readonly role: Role
}

/** A membership that the provider's groups give. */
export type GivenMembership = Pick<NewIdentityPerson, 'memberId' | 'schoolId' | 'role'>

export interface IdentityStore {
  addAttempt(attempt: ProviderAttempt, nowMs: number): Promise<void>
  /** Uses it up, in the one statement that finds it; null when there is none or it has ended. */
  takeAttempt(attemptHash: string, nowMs: number): Promise<ProviderAttempt | null>

  findUser(identity: Identity): Promise<UserId | null>
  /** Does this person have an identity of this issuer? */
  isConnected(userId: UserId, issuer: string): Promise<boolean>
  /** false, and nothing done, when it is another person's. */
  connect(identity: Identity, userId: UserId, nowMs: number): Promise<boolean>
  /**
   * Makes the person, their membership and identity in one transaction; false, and nothing done,
   * when the identity is somebody's already.
   */
  addPerson(identity: Identity, person: NewIdentityPerson, nowMs: number): Promise<boolean>
  /** The membership whose role follows the groups of this identity; null: none does. */
  findGoverned(identity: Identity): Promise<MemberId | null>
  /** Makes its person a member whose role follows the groups; one who is a member stays what they are. */
  join(identity: Identity, given: GivenMembership, nowMs: number): Promise<void>

  /** The real school of this id or name; without either, the only one. null: none, or several. */
  findSchool(idOrName: string | null): Promise<{ schoolId: SchoolId; language: Language } | null>
}
