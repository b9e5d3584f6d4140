/**
 * Port: who there is, in which schools, and by which doors they come in.
 *
 * server/storage implements it. Tokens are never stored, only their SHA-256 in hex.
 */
import type { Principal, Role } from '../../shared/access/policy.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import type { MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'

export interface School {
  readonly schoolId: SchoolId
  readonly name: string
  readonly language: Language
  /** IANA name. */
  readonly timeZone: string
  /** The example school lives on this day; null: on the real one. */
  readonly frozenToday: CalendarDate | null
  /** When the example school is thrown away; null: a real school. */
  readonly expiresAtMs: number | null
}

export interface Membership {
  readonly memberId: MemberId
  readonly role: Role
  readonly schoolId: SchoolId
  readonly school: School
}

/** A person with all their memberships: what the policy asks about. */
export interface Person extends Principal {
  readonly userId: UserId
  readonly name: string
  /** Of the interface. */
  readonly language: Language
  /** Schools that have expired are left out. */
  readonly memberships: readonly Membership[]
}

export interface Session {
  readonly tokenHash: string
  readonly userId: UserId
  readonly createdAtMs: number
  readonly expiresAtMs: number
}

export interface SignInLink {
  readonly tokenHash: string
  readonly userId: UserId
  /** A path of our own, where the link leads. */
  readonly path: string
  readonly expiresAtMs: number
}

export interface PeopleStore {
  /** The person of a session and when it ends; null when there is none or it has ended. */
  findSession(
    tokenHash: string,
    nowMs: number,
  ): Promise<{ readonly person: Person; readonly expiresAtMs: number } | null>
  addSession(session: Session): Promise<void>
  extendSession(tokenHash: string, expiresAtMs: number): Promise<void>
  removeSession(tokenHash: string): Promise<void>

  findPerson(userId: UserId, nowMs: number): Promise<Person | null>
  setLanguage(userId: UserId, language: Language): Promise<void>

  addSignInLinks(links: readonly SignInLink[]): Promise<void>
  /** null when there is none or it has ended. */
  findSignInLink(tokenHash: string, nowMs: number): Promise<SignInLink | null>

  /** Takes away sessions and sign-in links that have ended. Returns the hashes of the sessions. */
  removeEnded(nowMs: number): Promise<readonly string[]>
}
