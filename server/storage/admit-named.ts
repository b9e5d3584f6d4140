/**
 * Letting the one person in whom a personal invitation names: the statement that uses
 * it up, in one transaction with what it makes and what the trail tells of it.
 */
import type { Kysely } from 'kysely'
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { InvitationId, MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { PersonalNewcomer } from '../sign-in/personal-invitation-store.ts'
import { admitMember, type NewMembership, tellInvited } from './admit-member.ts'
import { holdSchool } from './append-audit.ts'
import { closePersonal, isPersonalOpen } from './close-personal.ts'
import type { Tables } from './schema.ts'

const EMAIL_TAKEN = new Error('the address is another account’s')
const KEPT_OUT = new Error('a suspended member')

/** As PersonalInvitationStore has it. */
export function admitNamedNewcomer(
  db: Kysely<Tables>,
  tokenHash: string,
  newcomer: PersonalNewcomer,
  nowMs: number,
): Promise<'in' | 'not-open' | 'email-taken'> {
  return db
    .transaction()
    .execute(async (trx) => {
      const used = await useUp(trx, tokenHash, nowMs)
      if (!used) return 'not-open' as const
      const { userId, name, language } = newcomer
      await trx
        .insertInto('user')
        .values({ id: userId, name, language, created_at_ms: nowMs })
        .execute()
      await insertAccount(trx, newcomer, { email: used.email, atMs: nowMs })
      await admitMember(trx, given(used, newcomer), nowMs)
      await tellInvited(trx, used, newcomer.memberId, nowMs)
      await closePersonal(trx, { ...used, atMs: nowMs, by: newcomer.memberId })
      return 'in' as const
    })
    .catch((error: unknown) => {
      if (error === EMAIL_TAKEN) return 'email-taken' as const
      throw error
    })
}

/** As PersonalInvitationStore has it. */
export function admitNamedPerson(
  db: Kysely<Tables>,
  tokenHash: string,
  person: { readonly userId: UserId; readonly memberId: MemberId },
  nowMs: number,
): Promise<'in' | 'not-open'> {
  return db
    .transaction()
    .execute(async (trx) => {
      const used = await useUp(trx, tokenHash, nowMs)
      if (!used) return 'not-open' as const
      const admitted = await admitMember(trx, given(used, person), nowMs)
      // Thrown, so that the invitation is not spent on somebody who stays out.
      if (admitted.kind === 'kept-out') throw KEPT_OUT
      if (admitted.kind === 'came') {
        await tellInvited(trx, used, admitted.memberId, nowMs)
        await closePersonal(trx, { ...used, atMs: nowMs, by: admitted.memberId })
      }
      return 'in' as const
    })
    .catch((error: unknown) => {
      if (error === KEPT_OUT) return 'not-open' as const
      throw error
    })
}

interface Used {
  readonly invitationId: InvitationId
  readonly schoolId: SchoolId
  readonly role: InvitedRole
  readonly email: string
}

/** The one statement that decides: of two at once the second finds it used. */
async function useUp(trx: Kysely<Tables>, tokenHash: string, nowMs: number): Promise<Used | null> {
  // Before the invitation is held: all who write a trail hold its head first.
  const found = await trx
    .selectFrom('personal_invitation')
    .select('school_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!found) return null
  await holdSchool(trx, found.school_id)
  const row = await trx
    .updateTable('personal_invitation')
    .set({ used_at_ms: nowMs })
    .where('token_hash', '=', tokenHash)
    .where((where) => isPersonalOpen(where, nowMs))
    .returning(['id as invitationId', 'school_id as schoolId', 'role', 'email'])
    .executeTakeFirst()
  return row ?? null
}

/**
 * A confirmed address is taken from an account that never confirmed it, one that the inviter
 * vouches for from an account whose owner only said that it is theirs.
 */
async function insertAccount(
  trx: Kysely<Tables>,
  { userId, emailConfirmedAtMs }: PersonalNewcomer,
  { email, atMs }: { readonly email: string; readonly atMs: number },
): Promise<void> {
  const isVouched = emailConfirmedAtMs === null
  await trx
    .updateTable('account')
    .set({ email: null, email_vouched_at_ms: null })
    .where('email', '=', email)
    .where('email_confirmed_at_ms', 'is', null)
    .$if(isVouched, (accounts) => accounts.where('email_vouched_at_ms', 'is', null))
    .execute()
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('account')
    .values({
      user_id: userId,
      email,
      email_confirmed_at_ms: emailConfirmedAtMs,
      email_vouched_at_ms: isVouched ? atMs : null,
      password_hash: null,
      password_set_at_ms: null,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  // Thrown, so that the invitation is not spent and the person not made.
  if (numInsertedOrUpdatedRows !== 1n) throw EMAIL_TAKEN
}

function given(
  { schoolId, role }: Used,
  { userId, memberId }: { readonly userId: UserId; readonly memberId: MemberId },
): NewMembership {
  return { memberId, schoolId, userId, role }
}
