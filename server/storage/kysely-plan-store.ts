/** PlanStore over any database that Kysely speaks to. */
import type { Kysely } from 'kysely'
import type { PlanStore } from '../plans/plan-store.ts'
import type { PlanSummaryContent } from '../plans/plan-summary.ts'
import { FIRST_EPOCH } from '../sync/epoch.ts'
import { appendAudit } from './append-audit.ts'
import { listLeaders } from './list-leaders.ts'
import { memberOf, noteRedacted, noteRedacting, removePlan, setPlanState } from './plan-deeds.ts'
import type { Tables } from './schema.ts'

const SUMMARY_COLUMNS = [
  'plan_summary.title',
  'plan_summary.period_start as periodStart',
  'plan_summary.period_end as periodEnd',
  'plan_summary.wheel',
] as const

export function createKyselyPlanStore(db: Kysely<Tables>): PlanStore {
  return {
    async addPlan({ planId, schoolId, template, userId, createdAtMs }) {
      await db.transaction().execute(async (trx) => {
        const actorId = userId && (await memberOf(trx, schoolId, userId))
        const told = { schoolId, atMs: createdAtMs, actorId, objectId: planId }
        await appendAudit(trx, { ...told, deed: 'plan-made' })
        await trx
          .insertInto('plan')
          .values({
            id: planId,
            school_id: schoolId,
            state: 'active',
            template_id: template.id,
            template_version: template.version,
            epoch: FIRST_EPOCH,
            restored_epoch: null,
            head: 0,
            created_at_ms: createdAtMs,
            changed_at_ms: createdAtMs,
            state_since_ms: null,
          })
          .execute()
      })
    },

    removePlan: (planId, reason, nowMs) => removePlan(db, planId, reason, nowMs),

    noteRedacting: (planId, by) => noteRedacting(db, planId, by),
    noteRedacted: (planId, places, by) => noteRedacted(db, planId, places, by),

    setState: (plan, state, by) => setPlanState(db, plan, state, by),

    async listDeleted(schoolId) {
      const rows = await db
        .selectFrom('plan')
        .leftJoin('plan_summary', 'plan_summary.plan_id', 'plan.id')
        .select(['plan.id as planId', 'plan_summary.title', 'plan.state_since_ms'])
        .where('plan.school_id', '=', schoolId)
        .where('plan.state', '=', 'deleted')
        .orderBy('plan.state_since_ms', 'desc')
        .orderBy('plan.id')
        .execute()
      return rows.map(({ planId, title, state_since_ms }) => ({
        planId,
        title: title ?? '',
        deletedAtMs: state_since_ms ?? 0,
      }))
    },

    async listDeletedBefore(atMs) {
      const rows = await db
        .selectFrom('plan')
        .select('id')
        .where('state', '=', 'deleted')
        .where('state_since_ms', '<=', atMs)
        .execute()
      return rows.map(({ id }) => id)
    },

    async findPlan(planId) {
      const row = await db
        .selectFrom('plan')
        .select(['id', 'school_id', 'state', 'epoch', 'restored_epoch'])
        .select(['template_id', 'template_version'])
        .where('id', '=', planId as Tables['plan']['id'])
        .executeTakeFirst()
      if (!row) return null
      return {
        planId: row.id,
        schoolId: row.school_id,
        state: row.state,
        epoch: row.epoch,
        restoredEpoch: row.restored_epoch,
        template: { id: row.template_id, version: row.template_version },
      }
    },

    async listPlans(schoolId) {
      const rows = await db
        .selectFrom('plan')
        .innerJoin('plan_summary', 'plan_summary.plan_id', 'plan.id')
        .select(['plan.id as planId', 'plan.state', 'plan.changed_at_ms as changedAtMs'])
        .select(SUMMARY_COLUMNS)
        .where('plan.school_id', '=', schoolId)
        .where('plan.state', '!=', 'deleted')
        .orderBy('plan.changed_at_ms', 'desc')
        .orderBy('plan.id')
        .execute()
      const leadersOf = await listLeaders(db, schoolId)
      return rows.map(({ planId, state, changedAtMs, ...summary }) => ({
        planId,
        state,
        changedAtMs,
        summary: readSummary(summary),
        leaders: leadersOf(planId),
      }))
    },

    async findSummary(planId) {
      const row = await db
        .selectFrom('plan_summary')
        .select(SUMMARY_COLUMNS)
        .where('plan_id', '=', planId)
        .executeTakeFirst()
      return row ? readSummary(row) : null
    },

    async saveSummary(planId, seq, { title, periodStart, periodEnd, wheel }) {
      const shown = {
        seq,
        title,
        period_start: periodStart,
        period_end: periodEnd,
        wheel: JSON.stringify(wheel),
      }
      await db
        .insertInto('plan_summary')
        .values({ plan_id: planId, ...shown })
        .onConflict((conflict) =>
          conflict.column('plan_id').doUpdateSet(shown).where('plan_summary.seq', '<', seq),
        )
        .execute()
    },

    async listBehind() {
      const rows = await db
        .selectFrom('plan')
        .leftJoin('plan_summary', 'plan_summary.plan_id', 'plan.id')
        .leftJoin('plan_search', 'plan_search.plan_id', 'plan.id')
        .select('plan.id')
        .where('plan.head', '>', 0)
        .where((where) =>
          where.or([
            where('plan_summary.seq', 'is', null),
            where('plan_summary.seq', '<', where.ref('plan.head')),
            where('plan_search.seq', 'is', null),
            where('plan_search.seq', '<', where.ref('plan.head')),
          ]),
        )
        .execute()
      return rows.map(({ id }) => id)
    },

    async removeUnfilled(nowMs) {
      const rows = await db.selectFrom('plan').select('id').where('head', '=', 0).execute()
      for (const { id } of rows) await removePlan(db, id, 'not-filled', nowMs)
    },
  }
}

type SummaryRow = Omit<PlanSummaryContent, 'wheel'> & { readonly wheel: string }

/** The wheel is JSON that `saveSummary` wrote. */
function readSummary({ wheel, ...rest }: SummaryRow): PlanSummaryContent {
  return { ...rest, wheel: JSON.parse(wheel) as PlanSummaryContent['wheel'] }
}
