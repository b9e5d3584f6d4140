/**
 * Port: making schools with their people, and taking example schools away.
 *
 * Each method is one transaction: a school never stands there without its people.
 */
import type { Role } from '../../shared/access/policy.ts'
import type { MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { School, Session } from './people-store.ts'

export interface NewSchool extends School {
  readonly createdAtMs: number
  readonly members: readonly NewMember[]
}

/** A member who is new here: a user and their membership. */
export interface NewMember {
  readonly userId: UserId
  readonly memberId: MemberId
  readonly name: string
  readonly language: Language
  readonly role: Role
}

export interface Member {
  readonly memberId: MemberId
  readonly userId: UserId
  readonly name: string
  readonly role: Role
  /** Neither suspended nor over nor erased. */
  readonly isHere: boolean
}

export interface SchoolStore {
  /** Is there a school that is not an example? */
  hasRealSchool(): Promise<boolean>
  /** The one set-up link that works from now on; all earlier ones stop working. */
  replaceSetUpLink(tokenHash: string, nowMs: number): Promise<void>
  /**
   * Uses up the link, makes the school and signs its first person in; false, and nothing done, when
   * the link does not work.
   */
  setUp(linkHash: string, school: NewSchool, session: Session): Promise<boolean>

  /** Makes a real school beside others. */
  addSchool(school: NewSchool): Promise<void>
  /** Makes an example school; false, and nothing done, when `maxAlive` of them are there. */
  addExampleSchool(school: NewSchool, maxAlive: number): Promise<boolean>
  /**
   * An example school that will still be there at this moment, the youngest; null when there is
   * none.
   */
  findExampleSchool(aliveAtMs: number): Promise<SchoolId | null>
  listExpiredSchools(nowMs: number): Promise<readonly ExpiredSchool[]>
  /** Takes a school away with everything in it, its plans and those people who are in no other. */
  removeSchool(schoolId: SchoolId): Promise<void>

  /** The coordinators of real schools, in the order they came. */
  listCoordinators(): Promise<readonly Coordinator[]>
  /** In the order they came. */
  listMembers(schoolId: SchoolId, nowMs: number): Promise<readonly Member[]>
}

export interface Coordinator {
  readonly userId: UserId
  readonly memberId: MemberId
  readonly name: string
  readonly schoolId: SchoolId
  readonly schoolName: string
}

export interface ExpiredSchool {
  readonly schoolId: SchoolId
  readonly planIds: readonly PlanId[]
}
