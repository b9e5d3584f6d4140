/** Port: what is thrown away because nobody needs it any more. Each method is whole or nothing. */
import type { MemberId, SchoolId, UserId } from '../../shared/ids.ts'

export interface RetentionStore {
  /** Schools that have decided how long they keep things; example schools are not among them. */
  listDeciding(): Promise<readonly { readonly schoolId: SchoolId; readonly days: number }[]>

  /** Links to join that had been revoked or over by then, and personal ones that were used. */
  removeInvitations(schoolId: SchoolId, endedBeforeMs: number): Promise<void>
  /** Doors of classes that had ended by then, with the names of the classes. */
  removePupilDoors(schoolId: SchoolId, endedBeforeMs: number): Promise<void>
  /** Personal texts of the audit trail, with their salts; the trail itself stays whole. */
  removeAuditTexts(schoolId: SchoolId, beforeMs: number): Promise<void>
  /** Who those were who had been removed by then, and what they were called. */
  forgetLeft(schoolId: SchoolId, leftBeforeMs: number): Promise<void>
  /** Members whose time was over by then. */
  listOver(schoolId: SchoolId, endedBeforeMs: number): Promise<readonly MemberId[]>

  /** People who are in no school, are signed in nowhere, and have not just come. */
  removeSchoolless(createdBeforeMs: number): Promise<readonly UserId[]>
}
