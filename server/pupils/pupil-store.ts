/**
 * Port: the doors by which pupils come to a plan, who came, and how they come back.
 *
 * server/storage implements it. A door is open while it is not closed, has not ended,
 * has uses left, and its plan and school are there. Whether it lets somebody in is
 * decided by one statement that counts the use, in one transaction with what it makes:
 * of forty at once thirty come in when thirty may, and of the others nothing is left.
 */
import type { MemberId, PlanId, PupilDoorId, SchoolId, UserId } from '../../shared/ids.ts'
import type { By } from '../people/member-store.ts'
import type { Session } from '../people/people-store.ts'
import type { NewMember } from '../people/school-store.ts'

export interface NewPupilDoor {
  readonly doorId: PupilDoorId
  readonly code: string
  readonly token: string
  readonly schoolId: SchoolId
  readonly planId: PlanId
  readonly label: string
  readonly expiresAtMs: number
  readonly maxUses: number
}

/** As those may see it who open the plan to pupils. */
export interface OpenPupilDoor extends Omit<NewPupilDoor, 'schoolId' | 'planId'> {
  readonly uses: number
}

/** What a code or token leads to. */
export interface FoundPupilDoor {
  readonly doorId: PupilDoorId
  readonly schoolId: SchoolId
  readonly planId: PlanId
  readonly schoolTimeZone: string
  /** When the example school is thrown away; null: a real school. */
  readonly schoolExpiresAtMs: number | null
}

/** Somebody who is new here, with the hash of what brings them back. */
export interface NewPupil extends Omit<NewMember, 'role'> {
  readonly session: Session
  readonly returnCodeHash: string
}

/** A pupil who may read a plan. */
export interface PupilOfPlan {
  readonly memberId: MemberId
  readonly name: string
  readonly createdAtMs: number
}

/** 'code-taken': another door has this code, or had it a short while ago. */
export type DoorOutcome = 'made' | 'code-taken' | 'too-many'
export type ComeInOutcome = 'in' | 'not-open' | 'name-taken'

export interface PupilStore {
  /** @param maxOpen how many the school may have at once. */
  addDoor(door: NewPupilDoor, maxOpen: number, by: By): Promise<DoorOutcome>
  /** The open ones of a plan, newest first. */
  listOpenDoors(planId: PlanId, nowMs: number): Promise<readonly OpenPupilDoor[]>
  /** Where it leads; null when there is none of this id. */
  findPlanOf(doorId: string): Promise<PlanId | null>
  /** Nobody comes in by it from now on. Done again it stays as it was. */
  closeDoor(doorId: string, by: By): Promise<void>
  /** An open one, by its six letters or by the token of its link. */
  findOpen(
    by: { readonly code: string } | { readonly token: string },
    nowMs: number,
  ): Promise<FoundPupilDoor | null>
  /** Takes the codes off doors that are over: they can be given out again. */
  forgetCodes(nowMs: number): Promise<void>

  /** Makes the pupil, their membership, right, session and return code; else nothing. */
  admitNewcomer(doorId: PupilDoorId, pupil: NewPupil, nowMs: number): Promise<ComeInOutcome>
  /** Opens the plan to a pupil of the school; to one who may read it already, with no use counted. */
  admitPupil(
    doorId: PupilDoorId,
    memberId: MemberId,
    nowMs: number,
  ): Promise<Exclude<ComeInOutcome, 'name-taken'>>

  /** Those who may read it, in the order they came. */
  listPupils(planId: PlanId, nowMs: number): Promise<readonly PupilOfPlan[]>
  /** The plans that are opened to this person as a pupil; not deleted ones. */
  listPlansOf(userId: UserId): Promise<readonly PlanId[]>

  findByReturnCode(codeHash: string): Promise<UserId | null>
  /**
   * The one before stops working, and all their sessions are over: whoever had the code may be in.
   *
   * @returns the hashes of the sessions; 'not-a-pupil' when they are none, or somebody elsewhere too.
   */
  renewReturnCode(
    memberId: MemberId,
    codeHash: string,
    by: By,
  ): Promise<{ readonly userId: UserId; readonly sessionHashes: readonly string[] } | 'not-a-pupil'>
}
