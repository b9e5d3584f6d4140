/** HistoryStore over any database that Kysely speaks to. */
import type { Kysely, Selectable } from 'kysely'
import type { PlanId, UserId } from '../../shared/ids.ts'
import {
  type HistoryStore,
  MAX_NAMED_VERSIONS,
  type StoredChange,
  type StoredVersion,
} from '../history/history-store.ts'
import type { Spell } from '../history/spells.ts'
import { memberName } from './membership-query.ts'
import type { Tables } from './schema.ts'
import { visits } from './kysely-visits.ts'

/** Rows of one statement: a database takes only so many values at once. */
const ROWS_AT_ONCE = 500

export function createKyselyHistoryStore(db: Kysely<Tables>): HistoryStore {
  return {
    ...visits(db),

    async findReading(planId) {
      const row = await db
        .selectFrom('plan')
        .leftJoin('plan_history_read as read', 'read.plan_id', 'plan.id')
        .select(['plan.epoch', 'plan.head', 'read.seq', 'read.spell'])
        .where('plan.id', '=', planId)
        .executeTakeFirst()
      if (!row) return null
      const { epoch, head, seq, spell } = row
      return { epoch, head, seq: seq ?? 0, spell: spellOf(spell) }
    },

    saveFound(planId, from, { seq, spell, changes, versions }) {
      return db.transaction().execute(async (trx) => {
        if (!(await holdPlan(trx, planId, from.epoch))) return 'moved'
        const read = await trx
          .selectFrom('plan_history_read')
          .select('seq')
          .where('plan_id', '=', planId)
          .executeTakeFirst()
        if ((read?.seq ?? 0) !== from.seq) return 'moved'
        await saveChanges(trx, planId, changes)
        for (const version of versions) {
          await trx
            .insertInto('plan_version')
            .values(versionRow(planId, { ...version, kind: 'automatic', name: null }))
            .onConflict((conflict) => conflict.columns(['plan_id', 'seq']).doNothing())
            .execute()
        }
        const reached = { seq, spell: spell && JSON.stringify(spell) }
        await trx
          .insertInto('plan_history_read')
          .values({ plan_id: planId, ...reached })
          .onConflict((conflict) => conflict.column('plan_id').doUpdateSet(reached))
          .execute()
        return 'saved'
      })
    },

    async listToRead(quietSinceMs) {
      const rows = await db
        .selectFrom('plan')
        .leftJoin('plan_history_read as read', 'read.plan_id', 'plan.id')
        .select(['plan.id', 'plan.head', 'read.seq', 'read.spell'])
        .where('plan.head', '>', 0)
        .where('plan.state', '!=', 'deleted')
        .where((where) =>
          where.or([
            where('read.seq', 'is', null),
            where('read.seq', '<', where.ref('plan.head')),
            where('read.spell', 'is not', null),
          ]),
        )
        .orderBy('plan.id')
        .execute()
      return rows
        .filter(({ head, seq, spell }) => {
          const lastMs = spellOf(spell)?.lastMs ?? Infinity
          return seq === null || seq < head || lastMs <= quietSinceMs
        })
        .map(({ id }) => id)
    },

    async listVersions(planId) {
      const rows = await db
        .selectFrom('plan_version')
        .selectAll()
        .where('plan_id', '=', planId)
        .orderBy('seq', 'desc')
        .execute()
      return rows.map(versionOf)
    },

    putVersion(planId, epoch, version) {
      return db.transaction().execute(async (trx) => {
        if (!(await holdPlan(trx, planId, epoch))) return 'moved'
        const { kind, name, seq } = version
        if (name !== null && (await isFullWith(trx, planId, seq))) return 'full'
        const there = await findVersion(trx, planId, seq)
        if (!there) {
          await trx.insertInto('plan_version').values(versionRow(planId, version)).execute()
          return 'made'
        }
        if (there.name === null || name !== null) {
          await trx
            .updateTable('plan_version')
            .set({ kind, name })
            .where('plan_id', '=', planId)
            .where('seq', '=', seq)
            .execute()
        }
        return 'put'
      })
    },

    nameVersion(planId, seq, name) {
      return db.transaction().execute(async (trx) => {
        if (name !== null && (await isFullWith(trx, planId, seq))) return 'full'
        const named = trx
          .updateTable('plan_version')
          .set({ kind: name === null ? 'automatic' : 'named', name })
          .where('plan_id', '=', planId)
          .where('seq', '=', seq)
        // A pin where something was restored is no named version, and stays.
        await (name === null ? named.where('kind', '=', 'named') : named).execute()
        const row = await findVersion(trx, planId, seq)
        return row ? versionOf(row) : null
      })
    },

    async removePin(planId, seq) {
      await db
        .deleteFrom('plan_version')
        .where('plan_id', '=', planId)
        .where('seq', '=', seq)
        .where('kind', '=', 'restore')
        .where('name', 'is', null)
        .execute()
    },

    async listChanges(planId) {
      const rows = await db
        .selectFrom('plan_change')
        .select(['place', 'user_id as userId', 'time_ms as timeMs', 'seq'])
        .where('plan_id', '=', planId)
        .orderBy('place')
        .execute()
      return rows
    },

    async listSpeakers(schoolId, userIds) {
      if (userIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.user_id')
        .select((where) => [
          'member.user_id as userId',
          'member.id as memberId',
          memberName(where).as('name'),
          'member.role',
        ])
        .where('member.school_id', '=', schoolId)
        .where('member.user_id', 'in', userIds)
        .execute()
      return new Map(rows.map(({ userId, ...speaker }) => [userId, speaker]))
    },
  }
}

/** Is it in this epoch? Then it stays so until the transaction ends. */
async function holdPlan(trx: Kysely<Tables>, planId: PlanId, epoch: number): Promise<boolean> {
  const held = await trx
    .updateTable('plan')
    // Sets what is there: an update that holds the row.
    .set({ epoch })
    .where('id', '=', planId)
    .where('epoch', '=', epoch)
    .returning('id')
    .executeTakeFirst()
  return held !== undefined
}

async function saveChanges(
  trx: Kysely<Tables>,
  planId: PlanId,
  changes: readonly StoredChange[],
): Promise<void> {
  for (let at = 0; at < changes.length; at += ROWS_AT_ONCE) {
    const rows = changes.slice(at, at + ROWS_AT_ONCE).map(({ place, userId, timeMs, seq }) => ({
      plan_id: planId,
      place,
      user_id: userId,
      time_ms: timeMs,
      seq,
    }))
    await trx
      .insertInto('plan_change')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['plan_id', 'place']).doUpdateSet((set) => ({
          user_id: set.ref('excluded.user_id'),
          time_ms: set.ref('excluded.time_ms'),
          seq: set.ref('excluded.seq'),
        })),
      )
      .execute()
  }
}

/** Would it be too many names with one at this update? Writes come one after the other. */
async function isFullWith(trx: Kysely<Tables>, planId: PlanId, seq: number): Promise<boolean> {
  const { named } = await trx
    .selectFrom('plan_version')
    .select(({ fn }) => fn.countAll<number>().as('named'))
    .where('plan_id', '=', planId)
    .where('seq', '!=', seq)
    .where('name', 'is not', null)
    .executeTakeFirstOrThrow()
  return named >= MAX_NAMED_VERSIONS
}

function findVersion(trx: Kysely<Tables>, planId: PlanId, seq: number) {
  return trx
    .selectFrom('plan_version')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('seq', '=', seq)
    .executeTakeFirst()
}

function versionRow(planId: PlanId, { seq, kind, name, timeMs, userIds }: StoredVersion) {
  const users = JSON.stringify(userIds)
  return { plan_id: planId, seq, kind, name, time_ms: timeMs, users }
}

function versionOf(row: Selectable<Tables['plan_version']>): StoredVersion {
  const { seq, kind, name, time_ms: timeMs, users } = row
  // JSON that `versionRow` wrote.
  return { seq, kind, name, timeMs, userIds: JSON.parse(users) as UserId[] }
}

/** JSON that `saveFound` wrote. */
function spellOf(spell: string | null): Spell | null {
  return spell === null ? null : (JSON.parse(spell) as Spell)
}
