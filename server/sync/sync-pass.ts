/** Who stands behind a connection, decided once at the upgrade. */
import type { Role } from '../../shared/access/policy.ts'
import type { MemberId, UserId } from '../../shared/ids.ts'

export interface SyncPass {
  readonly userId: UserId
  readonly memberId: MemberId
  readonly name: string
  readonly colour: 1 | 2 | 3 | 4 | 5 | 6
  readonly role: Role
  /** Asked for every message: a right may be taken while the plan is open. */
  mayWrite(): boolean
  /** The plan's epoch when the connection came. */
  readonly epoch: number
}
