/** InvitationStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { InvitationId, MemberId, SchoolId } from '../../shared/ids.ts'
import type { FoundInvitation, InvitationStore } from '../people/invitation-store.ts'
import { isSuspended } from './admit-member.ts'
import { appendAudit, holdSchool } from './append-audit.ts'
import { admitNewcomer, admitPerson, isOpen } from './admit-invited.ts'
import type { Tables } from './schema.ts'

export function createKyselyInvitationStore(db: Kysely<Tables>): InvitationStore {
  return {
    addInvitation(invitation, maxOpen) {
      return db.transaction().execute(async (trx) => {
        await holdSchool(trx, invitation.schoolId)
        const { open } = await trx
          .selectFrom('invitation')
          .select(({ fn }) => fn.countAll<number>().as('open'))
          .where('school_id', '=', invitation.schoolId)
          .where((where) => isOpen(where, invitation.createdAtMs))
          .executeTakeFirstOrThrow()
        if (open >= maxOpen) return false
        await trx
          .insertInto('invitation')
          .values({
            id: invitation.invitationId,
            token_hash: invitation.tokenHash,
            school_id: invitation.schoolId,
            plan_id: invitation.planId,
            role: invitation.role,
            default_right: invitation.defaultRight,
            label: invitation.label,
            made_by: invitation.madeBy,
            created_at_ms: invitation.createdAtMs,
            expires_at_ms: invitation.expiresAtMs,
            max_uses: invitation.maxUses,
            uses: 0,
            revoked_at_ms: null,
          })
          .execute()
        const { schoolId, role, planId, maxUses, expiresAtMs, defaultRight } = invitation
        await appendAudit(trx, {
          schoolId,
          atMs: invitation.createdAtMs,
          actorId: invitation.madeByMember,
          deed: 'invitation-made',
          objectId: invitation.invitationId,
          facts: { role, planId, maxUses, expiresAtMs, discuss: defaultRight === 'discuss' },
          ...(invitation.label === null ? {} : { text: invitation.label }),
        })
        return true
      })
    },

    async listOpen(schoolId, nowMs) {
      const rows = await db
        .selectFrom('invitation')
        .leftJoin('plan_summary', 'plan_summary.plan_id', 'invitation.plan_id')
        .leftJoin('user', 'user.id', 'invitation.made_by')
        .select([
          'invitation.id as invitationId',
          'invitation.plan_id as planId',
          'plan_summary.title',
          'invitation.role',
          'invitation.default_right as defaultRight',
          'invitation.label',
          'user.name as madeBy',
          'invitation.expires_at_ms as expiresAtMs',
          'invitation.max_uses as maxUses',
          'invitation.uses',
        ])
        .where('invitation.school_id', '=', schoolId)
        .where((where) => isOpen(where, nowMs))
        .orderBy('invitation.created_at_ms', 'desc')
        .orderBy('invitation.id')
        .execute()
      return rows.map(({ title, ...row }) => ({ ...row, planTitle: title ?? '' }))
    },

    async findSchoolOf(invitationId) {
      const row = await db
        .selectFrom('invitation')
        .select('school_id')
        .where('id', '=', invitationId as InvitationId)
        .executeTakeFirst()
      return row?.school_id ?? null
    },

    findByToken: (tokenHash, nowMs) => findByToken(db, tokenHash, nowMs),

    isSuspended: (schoolId, userId) => isSuspended(db, schoolId, userId),

    async revoke(invitationId, by, nowMs) {
      await db.transaction().execute(async (trx) => {
        await revoke(trx, invitationId as InvitationId, by, nowMs)
      })
    },

    end(invitationId, by, nowMs) {
      return db.transaction().execute(async (trx) => {
        const schoolId = await revoke(trx, invitationId as InvitationId, by, nowMs)
        if (!schoolId) return []
        const ended = await trx
          .updateTable('member')
          .set({ expires_at_ms: nowMs })
          .where('invitation_id', '=', invitationId as InvitationId)
          .where('role', '=', 'guest')
          .where('expires_at_ms', '>', nowMs)
          .returning('user_id')
          .execute()
        const told = { schoolId, atMs: nowMs, actorId: by, objectId: invitationId }
        const facts = { count: ended.length }
        if (ended.length > 0) await appendAudit(trx, { ...told, deed: 'guests-ended', facts })
        return ended.map(({ user_id }) => user_id)
      })
    },

    admitNewcomer: (tokenHash, newcomer, nowMs) => admitNewcomer(db, tokenHash, newcomer, nowMs),
    admitPerson: (tokenHash, person, nowMs) => admitPerson(db, tokenHash, person, nowMs),
  }
}

/** Within a transaction. Returns the school; null when there is no such invitation. */
async function revoke(
  trx: Kysely<Tables>,
  invitationId: InvitationId,
  by: MemberId,
  nowMs: number,
): Promise<SchoolId | null> {
  const found = await trx
    .selectFrom('invitation')
    .select('school_id as schoolId')
    .where('id', '=', invitationId)
    .executeTakeFirst()
  if (!found) return null
  await holdSchool(trx, found.schoolId)
  const { numUpdatedRows } = await trx
    .updateTable('invitation')
    .set({ revoked_at_ms: nowMs })
    .where('id', '=', invitationId)
    .where('revoked_at_ms', 'is', null)
    .executeTakeFirst()
  const told = { schoolId: found.schoolId, atMs: nowMs, actorId: by, objectId: invitationId }
  if (numUpdatedRows === 1n) await appendAudit(trx, { ...told, deed: 'invitation-revoked' })
  return found.schoolId
}

async function findByToken(
  db: Kysely<Tables>,
  tokenHash: string,
  nowMs: number,
): Promise<FoundInvitation | null> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('school', 'school.id', 'invitation.school_id')
    .leftJoin('plan_summary', 'plan_summary.plan_id', 'invitation.plan_id')
    .leftJoin('user', 'user.id', 'invitation.made_by')
    .select([
      'invitation.id',
      'invitation.school_id as schoolId',
      'school.name as schoolName',
      'school.time_zone as schoolTimeZone',
      'school.expires_at_ms as schoolExpiresAtMs',
      'invitation.plan_id as planId',
      'plan_summary.title',
      'invitation.role',
      'invitation.default_right as defaultRight',
      'invitation.label',
      'invitation.expires_at_ms as expiresAtMs',
      'user.name as inviterName',
    ])
    .where('invitation.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return null

  const open = await db
    .selectFrom('invitation')
    .select('id')
    .where('id', '=', row.id)
    .where((where) => isOpen(where, nowMs))
    .executeTakeFirst()
  const { id: _id, title, ...found } = row
  return { ...found, planTitle: title ?? '', isOpen: open !== undefined }
}
