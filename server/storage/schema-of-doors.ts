/** The tables of signing in, as Kysely sees them; their habits are schema.ts's. */
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { InvitationId, MemberId, SchoolId, UserId } from '../../shared/ids.ts'

export interface DoorTables {
  account: AccountTable
  one_time_link: OneTimeLinkTable
  session_proof: SessionProofTable
  identity: IdentityTable
  provider_attempt: ProviderAttemptTable
  personal_invitation: PersonalInvitationTable
}

/** What a person with an account signs in by. Who never made one has no row. */
export interface AccountTable {
  user_id: UserId
  /** Normalised; of one account only. */
  email: string | null
  /** When a link sent to it was opened; null: never. */
  email_confirmed_at_ms: number | null
  /** When it was written on an invitation that a coordinator handed over; null: only they say that it is theirs. */
  email_vouched_at_ms: number | null
  /** PHC string with its parameters. */
  password_hash: string | null
  password_set_at_ms: number | null
}

interface OneTimeLinkTable {
  token_hash: string
  /** LinkKind of sign-in/account-store.ts. */
  kind: string
  user_id: UserId
  /** The address that it confirms. */
  email: string | null
  path: string
  expires_at_ms: number
}

/** Sessions that were opened by a one-time link a short while ago. */
interface SessionProofTable {
  session_hash: string
  user_id: UserId
  expires_at_ms: number
}

/** Who somebody is at a sign-in provider: issuer and subject, never an address. */
interface IdentityTable {
  issuer: string
  subject: string
  user_id: UserId
  /** The membership whose role follows the provider's groups; null: none does. */
  member_id: MemberId | null
  created_at_ms: number
}

/** Somebody on the way to the provider and back. */
interface ProviderAttemptTable {
  attempt_hash: string
  path: string
  /** The session whose person the identity is to be connected to; null: signing in. */
  session_hash: string | null
  public_computer_at_ms: number | null
  expires_at_ms: number
}

interface PersonalInvitationTable {
  id: InvitationId
  token_hash: string
  school_id: SchoolId
  /** Normalised. */
  email: string
  name: string
  role: InvitedRole
  made_by: UserId | null
  created_at_ms: number
  expires_at_ms: number
  /** When it was sent by mail, which only its reader has; null: shown to the inviter. */
  mailed_at_ms: number | null
  used_at_ms: number | null
  revoked_at_ms: number | null
}
