/** PersonalInvitationStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { InvitationId, SchoolId } from '../../shared/ids.ts'
import type { NewPersonal, PersonalInvitationStore } from '../sign-in/personal-invitation-store.ts'
import { isSuspended } from './admit-member.ts'
import { admitNamedNewcomer, admitNamedPerson } from './admit-named.ts'
import { appendAudit, holdSchool } from './append-audit.ts'
import { closePersonal, isPersonalOpen } from './close-personal.ts'
import { holdsAt } from './membership-query.ts'
import type { Tables } from './schema.ts'

export function createKyselyPersonalInvitationStore(db: Kysely<Tables>): PersonalInvitationStore {
  return {
    add(invitation, maxOpen) {
      return db.transaction().execute(async (trx) => {
        const { schoolId, email, role, createdAtMs, expiresAtMs } = invitation
        await holdSchool(trx, schoolId)
        if (await isMember(trx, invitation)) return 'already-member'
        await closePersonal(trx, {
          schoolId,
          email,
          atMs: createdAtMs,
          by: invitation.madeByMember,
        })
        const { open } = await trx
          .selectFrom('personal_invitation')
          .select(({ fn }) => fn.countAll<number>().as('open'))
          .where('school_id', '=', schoolId)
          .where((where) => isPersonalOpen(where, createdAtMs))
          .executeTakeFirstOrThrow()
        if (open >= maxOpen) return 'too-many'
        await trx
          .insertInto('personal_invitation')
          .values({
            id: invitation.invitationId,
            token_hash: invitation.tokenHash,
            school_id: schoolId,
            email,
            name: invitation.name,
            role,
            made_by: invitation.madeBy,
            created_at_ms: createdAtMs,
            expires_at_ms: expiresAtMs,
            mailed_at_ms: null,
            used_at_ms: null,
            revoked_at_ms: null,
          })
          .execute()
        await appendAudit(trx, {
          schoolId,
          atMs: createdAtMs,
          actorId: invitation.madeByMember,
          deed: 'invitation-made',
          objectId: invitation.invitationId,
          facts: { role, personal: true, expiresAtMs },
        })
        return 'made'
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
        .where((where) => isPersonalOpen(where, nowMs))
        .orderBy('created_at_ms', 'desc')
        .orderBy('id')
        .execute()
    },

    findSchoolOf: (invitationId) => schoolOf(db, invitationId),

    isSuspended: (schoolId, userId) => isSuspended(db, schoolId, userId),

    async find(tokenHash, nowMs) {
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
        .executeTakeFirst()
      if (!row) return null
      const open = await db
        .selectFrom('personal_invitation')
        .select('id')
        .where('id', '=', row.invitationId)
        .where((where) => isPersonalOpen(where, nowMs))
        .executeTakeFirst()
      const { mailedAtMs, ...found } = row
      return { ...found, isMailed: mailedAtMs !== null, isOpen: open !== undefined }
    },

    async revoke(invitationId, by, nowMs) {
      await db.transaction().execute(async (trx) => {
        const found = await schoolOf(trx, invitationId)
        if (found === null) return
        await holdSchool(trx, found)
        const { numUpdatedRows } = await trx
          .updateTable('personal_invitation')
          .set({ revoked_at_ms: nowMs })
          .where('id', '=', invitationId as InvitationId)
          .where('revoked_at_ms', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows !== 1n) return
        const told = { schoolId: found, atMs: nowMs, actorId: by, objectId: invitationId }
        await appendAudit(trx, { ...told, deed: 'invitation-revoked' })
      })
    },

    admitNewcomer: (tokenHash, newcomer, nowMs) =>
      admitNamedNewcomer(db, tokenHash, newcomer, nowMs),
    admitPerson: (tokenHash, person, nowMs) => admitNamedPerson(db, tokenHash, person, nowMs),
  }
}

/** One who is here, or whom somebody shut out; not one who only said that the address is theirs. */
async function isMember(
  trx: Kysely<Tables>,
  { schoolId, email, createdAtMs }: NewPersonal,
): Promise<boolean> {
  const row = await trx
    .selectFrom('member')
    .innerJoin('account', 'account.user_id', 'member.user_id')
    .select('member.id')
    .where('member.school_id', '=', schoolId)
    .where('account.email', '=', email)
    .where((where) =>
      where.or([
        where('account.email_confirmed_at_ms', 'is not', null),
        where('account.email_vouched_at_ms', 'is not', null),
      ]),
    )
    .where((where) =>
      where.or([where('member.suspended_at_ms', 'is not', null), holdsAt(where, createdAtMs)]),
    )
    .executeTakeFirst()
  return row !== undefined
}

async function schoolOf(db: Kysely<Tables>, invitationId: string): Promise<SchoolId | null> {
  const row = await db
    .selectFrom('personal_invitation')
    .select('school_id')
    .where('id', '=', invitationId as InvitationId)
    .executeTakeFirst()
  return row?.school_id ?? null
}
