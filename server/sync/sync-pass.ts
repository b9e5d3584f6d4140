/** Who stands behind a connection: known from the upgrade on, with rights that can change under it. */
import type { PersonColour } from '../../shared/access/person-colour.ts'
import type { Role } from '../../shared/access/policy.ts'
import type { FailureCode } from '../../shared/failure.ts'
import type { MemberId, UserId } from '../../shared/ids.ts'
import type { SocketVerb } from './frame-verbs.ts'

export interface SyncPass {
  readonly userId: UserId
  readonly memberId: MemberId
  readonly name: string
  readonly colour: PersonColour
  readonly role: Role
  /** Names the session it stands on, whose end is its end: see SyncServer.closeSession. */
  readonly sessionKey: string
  /**
   * Why it may not do this; null: it may. Asked for every message, and once more before the
   * socket opens: a right may be taken while the plan is open.
   */
  refusal(verb: SocketVerb): FailureCode | null
  /** In short for whoever asks about content alone. */
  mayWrite(): boolean
  /** The connection is over, or never came to be. */
  leave(): void
  /** The plan's epoch when the connection came. */
  readonly epoch: number
}
