/** PersonalInvitationStore over any database that Kysely speaks to. */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { InvitedRole } from '../../shared/access/policy.ts'
import type { InvitationId, MemberId, SchoolId, UserId } from '../../shared/ids.ts'
import type { PersonalInvitationStore } from '../sign-in/personal-invitation-store.ts'
import type { Tables } from './schema.ts'

const EMAIL_TAKEN = new Error('the address is another account’s')

export function createKyselyPersonalInvitationStore(db: Kysely<Tables>): PersonalInvitationStore {
  return {
    add(invitation, maxOpen) {
      return db.transaction().execute(async (trx) => {
        const { open } = await trx
          .selectFrom('personal_invitation')
          .select(({ fn }) => fn.countAll<number>().as('open'))
          .where('school_id', '=', invitation.schoolId)
          .where((where) => isOpen(where, invitation.createdAtMs))
          .executeTakeFirstOrThrow()
        if (open >= maxOpen) return false
        await trx
          .insertInto('personal_invitation')
          .values({
            id: invitation.invitationId,
            token_hash: invitation.tokenHash,
            school_id: invitation.schoolId,
            email: invitation.email,
            name: invitation.name,
            role: invitation.role,
            made_by: invitation.madeBy,
            created_at_ms: invitation.createdAtMs,
            expires_at_ms: invitation.expiresAtMs,
            mailed_at_ms: null,
            used_at_ms: null,
            revoked_at_ms: null,
          })
          .execute()
        return true
      })
    },

    async markMailed(invitationId, nowMs) {
      await db
        .updateTable('personal_invitation')
        .set({ mailed_at_ms: nowMs })
        .where('id', '=', invitationId)
        .execute()
    },

    listOpen(schoolId, nowMs) {
      return db
        .selectFrom('personal_invitation')
        .select(['id as invitationId', 'email', 'name', 'role', 'expires_at_ms as expiresAtMs'])
        .where('school_id', '=', schoolId)
        .where((where) => isOpen(where, nowMs))
        .orderBy('created_at_ms', 'desc')
        .orderBy('id')
        .execute()
    },

    async findSchoolOf(invitationId) {
      const row = await db
        .selectFrom('personal_invitation')
        .select('school_id')
        .where('id', '=', invitationId as InvitationId)
        .executeTakeFirst()
      return row?.school_id ?? null
    },

    async findOpen(tokenHash, nowMs) {
      const row = await db
        .selectFrom('personal_invitation')
        .innerJoin('school', 'school.id', 'personal_invitation.school_id')
        .leftJoin('user', 'user.id', 'personal_invitation.made_by')
        .select([
          'personal_invitation.id as invitationId',
          'personal_invitation.school_id as schoolId',
          'school.name as schoolName',
          'user.name as inviterName',
          'personal_invitation.email',
          'personal_invitation.name',
          'personal_invitation.role',
          'personal_invitation.expires_at_ms as expiresAtMs',
          'personal_invitation.mailed_at_ms as mailedAtMs',
        ])
        .where('personal_invitation.token_hash', '=', tokenHash)
        .where((where) => isOpen(where, nowMs))
        .executeTakeFirst()
      if (!row) return null
      const { mailedAtMs, ...found } = row
      return { ...found, isMailed: mailedAtMs !== null }
    },

    async revoke(invitationId, nowMs) {
      await db
        .updateTable('personal_invitation')
        .set({ revoked_at_ms: nowMs })
        .where('id', '=', invitationId as InvitationId)
        .where('revoked_at_ms', 'is', null)
        .execute()
    },

    admitNewcomer(tokenHash, { userId, memberId, name, language, emailConfirmedAtMs }, nowMs) {
      return db
        .transaction()
        .execute(async (trx) => {
          const used = await useUp(trx, tokenHash, nowMs)
          if (!used) return 'not-open' as const
          await trx
            .insertInto('user')
            .values({ id: userId, name, language, created_at_ms: nowMs })
            .execute()
          if (emailConfirmedAtMs !== null) await takeFromUnconfirmed(trx, used.email)
          const { numInsertedOrUpdatedRows } = await trx
            .insertInto('account')
            .values({
              user_id: userId,
              email: used.email,
              email_confirmed_at_ms: emailConfirmedAtMs,
              password_hash: null,
              password_set_at_ms: null,
            })
            .onConflict((conflict) => conflict.column('email').doNothing())
            .executeTakeFirst()
          // Thrown, so that the invitation is not spent and the person not made.
          if (numInsertedOrUpdatedRows !== 1n) throw EMAIL_TAKEN
          await insertMember(trx, { ...used, userId, memberId, nowMs })
          return 'in' as const
        })
        .catch((error: unknown) => {
          if (error === EMAIL_TAKEN) return 'email-taken' as const
          throw error
        })
    },

    admitPerson(tokenHash, { userId, memberId }, nowMs) {
      return db.transaction().execute(async (trx) => {
        const used = await useUp(trx, tokenHash, nowMs)
        if (!used) return 'not-open'
        await insertMember(trx, { ...used, userId, memberId, nowMs })
        return 'in'
      })
    },
  }
}

function isOpen(where: ExpressionBuilder<Tables, 'personal_invitation'>, nowMs: number) {
  return where.and([
    where('personal_invitation.used_at_ms', 'is', null),
    where('personal_invitation.revoked_at_ms', 'is', null),
    where('personal_invitation.expires_at_ms', '>', nowMs),
  ])
}

/** The one statement that decides: of two at once the second finds it used. */
async function useUp(trx: Kysely<Tables>, tokenHash: string, nowMs: number) {
  return trx
    .updateTable('personal_invitation')
    .set({ used_at_ms: nowMs })
    .where('token_hash', '=', tokenHash)
    .where((where) => isOpen(where, nowMs))
    .returning(['school_id as schoolId', 'role', 'email'])
    .executeTakeFirst()
}

async function takeFromUnconfirmed(trx: Kysely<Tables>, email: string): Promise<void> {
  await trx
    .updateTable('account')
    .set({ email: null })
    .where('email', '=', email)
    .where('email_confirmed_at_ms', 'is', null)
    .execute()
}

interface MemberRow {
  readonly memberId: MemberId
  readonly schoolId: SchoolId
  readonly userId: UserId
  readonly role: InvitedRole
  readonly nowMs: number
}

async function insertMember(
  trx: Kysely<Tables>,
  { memberId, schoolId, userId, role, nowMs }: MemberRow,
): Promise<void> {
  await trx
    .insertInto('member')
    .values({ id: memberId, school_id: schoolId, user_id: userId, role, created_at_ms: nowMs })
    .onConflict((conflict) => conflict.columns(['school_id', 'user_id']).doNothing())
    .execute()
}
