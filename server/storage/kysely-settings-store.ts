/** SettingsStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import { EMPTY_CALENDAR, type SchoolSettings } from '../../shared/api/school-settings.ts'
import type { SchoolId } from '../../shared/ids.ts'
import type { SettingsStore } from '../people/settings-store.ts'
import { appendAudit, holdSchool } from './append-audit.ts'
import { coordinatorsOf } from './membership-query.ts'
import type { Tables } from './schema.ts'

export function createKyselySettingsStore(db: Kysely<Tables>): SettingsStore {
  return {
    readSettings: (schoolId) => readSettings(db, schoolId),

    saveSettings(schoolId, settings, { memberId, atMs }) {
      return db.transaction().execute(async (trx) => {
        await holdSchool(trx, schoolId)
        if (memberId !== null) {
          const still = await coordinatorsOf(trx, schoolId, atMs)
            .where('member.id', '=', memberId)
            .executeTakeFirst()
          if (!still) return 'not-allowed'
        }
        const before = await readSettings(trx, schoolId)
        const changed = before ? changedSettings(before, settings) : []
        if (changed.length === 0) return 'done'
        await trx
          .updateTable('school')
          .set({
            name: settings.name,
            language: settings.language,
            time_zone: settings.timeZone,
            calendar: JSON.stringify(settings.calendar),
            retention_days: settings.retentionDays,
          })
          .where('id', '=', schoolId)
          .execute()
        const told = { schoolId, atMs, actorId: memberId, objectId: schoolId, facts: { changed } }
        await appendAudit(trx, { ...told, deed: 'settings-changed' })
        return 'done'
      })
    },
  }
}

async function readSettings(
  db: Kysely<Tables>,
  schoolId: SchoolId,
): Promise<SchoolSettings | null> {
  const row = await db
    .selectFrom('school')
    .select(['name', 'language', 'time_zone', 'calendar', 'retention_days'])
    .where('id', '=', schoolId)
    .executeTakeFirst()
  if (!row) return null
  return {
    name: row.name,
    language: row.language,
    timeZone: row.time_zone,
    // JSON that `saveSettings` wrote.
    calendar:
      row.calendar === null
        ? EMPTY_CALENDAR
        : (JSON.parse(row.calendar) as SchoolSettings['calendar']),
    retentionDays: row.retention_days,
  }
}

function changedSettings(before: SchoolSettings, after: SchoolSettings): readonly string[] {
  const keys = ['name', 'language', 'timeZone', 'calendar', 'retentionDays'] as const
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}
