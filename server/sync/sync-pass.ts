/** Who stands behind a connection, decided once at the upgrade. */
import type { PersonColour } from '../../shared/access/person-colour.ts'
import type { Role } from '../../shared/access/policy.ts'
import type { MemberId, UserId } from '../../shared/ids.ts'

export interface SyncPass {
  readonly userId: UserId
  readonly memberId: MemberId
  readonly name: string
  readonly colour: PersonColour
  readonly role: Role
  /** Names the session it was made for, whose end is its end: see SyncServer.closeSession. */
  readonly sessionKey: string
  /** Asked once more before the socket opens: the session may have ended meanwhile. */
  mayRead(): boolean
  /** Asked for every message: a right may be taken while the plan is open. */
  mayWrite(): boolean
  /** The plan's epoch when the connection came. */
  readonly epoch: number
}
