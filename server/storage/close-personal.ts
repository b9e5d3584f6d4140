/**
 * Closing the invitations that would let one person in a second time: those to their address,
 * when they are in by another, when one newer takes their place, and when their way in is shut.
 */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import { appendAudit } from './append-audit.ts'
import type { Tables } from './schema.ts'

/** May it let somebody in at this moment? */
export function isPersonalOpen(
  where: ExpressionBuilder<Tables, 'personal_invitation'>,
  nowMs: number,
) {
  return where.and([
    where('personal_invitation.used_at_ms', 'is', null),
    where('personal_invitation.revoked_at_ms', 'is', null),
    where('personal_invitation.expires_at_ms', '>', nowMs),
  ])
}

interface Closing {
  readonly schoolId: SchoolId
  readonly email: string
  readonly atMs: number
  /** Whose deed closes them; null: the server's. */
  readonly by: MemberId | null
}

/** @param trx a transaction that holds the school (append-audit.ts). */
export async function closePersonal(
  trx: Kysely<Tables>,
  { schoolId, email, atMs, by }: Closing,
): Promise<void> {
  const closed = await trx
    .updateTable('personal_invitation')
    .set({ revoked_at_ms: atMs })
    .where('school_id', '=', schoolId)
    .where('email', '=', email)
    .where((where) => isPersonalOpen(where, atMs))
    .returning('id')
    .execute()
  for (const { id } of closed) {
    const told = { schoolId, atMs, actorId: by, objectId: id }
    await appendAudit(trx, { ...told, deed: 'invitation-revoked' })
  }
}

/** Those to the address of somebody's account, if they have one. */
export async function closePersonalOf(
  trx: Kysely<Tables>,
  userId: UserId,
  closing: Omit<Closing, 'email'>,
): Promise<void> {
  const account = await trx
    .selectFrom('account')
    .select('email')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (account?.email) await closePersonal(trx, { ...closing, email: account.email })
}
