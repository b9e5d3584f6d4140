/**
 * Port: who there is, in which schools, and by which doors they come in.
 *
 * server/storage implements it. Tokens are never stored, only their SHA-256 in hex.
 */
import type { Principal, Role } from '../../shared/access/policy.ts'
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { Device } from '../../shared/api/sessions.ts'
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
  /** What the school calls them, or they themselves. */
  readonly name: string
  readonly role: Role
  readonly defaultRight: PlanRight | null
  readonly schoolId: SchoolId
  readonly school: School
  /** From then on it gives nothing; null: it stays. */
  readonly expiresAtMs: number | null
}

/** A person with all their memberships: what the policy asks about. */
export interface Person extends Principal {
  readonly userId: UserId
  readonly name: string
  /** Of the interface. */
  readonly language: Language
  /** Those that hold: not suspended, not over, and the school is there. */
  readonly memberships: readonly Membership[]
}

/** A school that somebody belonged to, and may not come into any more. */
export interface EndedMembership {
  readonly schoolId: SchoolId
  readonly schoolName: string
  readonly role: Role
  /** 'over': their time as a guest is. 'closed': somebody closed it, for now or for good. */
  readonly how: 'over' | 'closed'
  readonly atMs: number
}

export interface Session {
  readonly tokenHash: string
  readonly userId: UserId
  readonly createdAtMs: number
  /** Within an hour. */
  readonly usedAtMs: number
  readonly expiresAtMs: number
  readonly device: Device
  readonly isPublicComputer: boolean
}

export interface SignInLink {
  readonly tokenHash: string
  readonly userId: UserId
  /** A path of our own, where the link leads. */
  readonly path: string
  readonly expiresAtMs: number
}

export interface PeopleStore {
  /** A session and its person; null when there is none or it has ended. */
  findSession(
    tokenHash: string,
    nowMs: number,
  ): Promise<(Session & { readonly person: Person }) | null>
  addSession(session: Session): Promise<void>
  keepSession(tokenHash: string, usedAtMs: number, expiresAtMs: number): Promise<void>
  removeSession(tokenHash: string): Promise<void>
  /** Those of a person that have not ended, latest used first. */
  listSessions(userId: UserId, nowMs: number): Promise<readonly Session[]>
  /** Ends these sessions of a person, and writes it into the audit trail of each of their schools. */
  revokeSessions(userId: UserId, tokenHashes: readonly string[], nowMs: number): Promise<void>

  findPerson(userId: UserId, nowMs: number): Promise<Person | null>
  /**
   * The latest first. Where they are erased, or come in again, is not among them; nor are example
   * schools.
   */
  listEnded(userId: UserId, nowMs: number): Promise<readonly EndedMembership[]>
  setLanguage(userId: UserId, language: Language): Promise<void>
  /** What they call themselves, from now on in all their schools. */
  setName(userId: UserId, name: string, nowMs: number): Promise<void>

  addSignInLinks(links: readonly SignInLink[]): Promise<void>
  /** null when there is none or it has ended. */
  findSignInLink(tokenHash: string, nowMs: number): Promise<SignInLink | null>

  /** Takes away sessions and sign-in links that have ended. Returns the hashes of the sessions. */
  removeEnded(nowMs: number): Promise<readonly string[]>
}
