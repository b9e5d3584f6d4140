/** RetentionStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { RetentionStore } from '../retention/retention-store.ts'
import type { Tables } from './schema.ts'

export function createKyselyRetentionStore(db: Kysely<Tables>): RetentionStore {
  return {
    async listDeciding() {
      const rows = await db
        .selectFrom('school')
        .select(['id as schoolId', 'retention_days as days'])
        .where('retention_days', 'is not', null)
        .where('expires_at_ms', 'is', null)
        .execute()
      return rows.flatMap(({ schoolId, days }) => (days === null ? [] : [{ schoolId, days }]))
    },

    async removeInvitations(schoolId, endedBeforeMs) {
      await db
        .deleteFrom('invitation')
        .where('school_id', '=', schoolId)
        .where((where) =>
          where.or([
            where('expires_at_ms', '<=', endedBeforeMs),
            where('revoked_at_ms', '<=', endedBeforeMs),
          ]),
        )
        .execute()
      await db
        .deleteFrom('personal_invitation')
        .where('school_id', '=', schoolId)
        .where((where) =>
          where.or([
            where('expires_at_ms', '<=', endedBeforeMs),
            where('revoked_at_ms', '<=', endedBeforeMs),
            where('used_at_ms', '<=', endedBeforeMs),
          ]),
        )
        .execute()
    },

    async removePupilDoors(schoolId, endedBeforeMs) {
      await db
        .deleteFrom('pupil_door')
        .where('school_id', '=', schoolId)
        .where((where) =>
          where.or([
            where('expires_at_ms', '<=', endedBeforeMs),
            where('closed_at_ms', '<=', endedBeforeMs),
          ]),
        )
        .execute()
    },

    async removeAuditTexts(schoolId, beforeMs) {
      await db
        .deleteFrom('audit_text')
        .where('school_id', '=', schoolId)
        .where('seq', 'in', (query) =>
          query
            .selectFrom('audit_entry')
            .select('seq')
            .where('school_id', '=', schoolId)
            .where('at_ms', '<=', beforeMs),
        )
        .execute()
    },

    async forgetLeft(schoolId, leftBeforeMs) {
      await db
        .updateTable('left_member')
        .set({ user_id: null, name: null })
        .where('school_id', '=', schoolId)
        .where('left_at_ms', '<=', leftBeforeMs)
        .execute()
    },

    async listOver(schoolId, endedBeforeMs) {
      const rows = await db
        .selectFrom('member')
        .select('id')
        .where('school_id', '=', schoolId)
        .where('erased_at_ms', 'is', null)
        .where('expires_at_ms', '<=', endedBeforeMs)
        .execute()
      return rows.map(({ id }) => id)
    },

    async removeSchoolless(createdBeforeMs) {
      const rows = await db
        .deleteFrom('user')
        .where('created_at_ms', '<=', createdBeforeMs)
        .where('id', 'not in', (query) => query.selectFrom('member').select('user_id'))
        .where('id', 'not in', (query) => query.selectFrom('session').select('user_id'))
        .returning('id')
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}
