/** When somebody was last in a plan: a part of HistoryStore. */
import type { Kysely } from 'kysely'
import type { EndedVisit, HistoryStore } from '../history/history-store.ts'
import type { Tables } from './schema.ts'

export function visits(db: Kysely<Tables>): Pick<HistoryStore, 'beginVisit' | 'endVisits'> {
  return {
    beginVisit(planId, memberId, atMs) {
      return db.transaction().execute(async (trx) => {
        const plan = await trx
          .selectFrom('plan')
          .select('head')
          .where('id', '=', planId)
          .executeTakeFirst()
        if (!plan) return null
        const { head } = plan
        const last = await trx
          .selectFrom('plan_visit')
          .select(['seq', 'time_ms as atMs'])
          .where('plan_id', '=', planId)
          .where('member_id', '=', memberId)
          .executeTakeFirst()
        const now = { seq: head, time_ms: atMs }
        await trx
          .insertInto('plan_visit')
          .values({ plan_id: planId, member_id: memberId, ...now })
          .onConflict((conflict) => conflict.columns(['plan_id', 'member_id']).doUpdateSet(now))
          .execute()
        // Of a plan that was written anew meanwhile it says nothing.
        return { last: last && last.seq <= head ? last : null, head }
      })
    },

    async endVisits(ended) {
      await db.transaction().execute(async (trx) => {
        for (const visit of ended) await endVisit(trx, visit)
      })
    },
  }
}

async function endVisit(
  trx: Kysely<Tables>,
  { planId, memberId, atMs }: EndedVisit,
): Promise<void> {
  const plan = await trx
    .selectFrom('plan')
    .select('head')
    .where('id', '=', planId)
    .executeTakeFirst()
  if (!plan) return
  await trx
    .updateTable('plan_visit')
    .set({ seq: plan.head, time_ms: atMs })
    .where('plan_id', '=', planId)
    .where('member_id', '=', memberId)
    .execute()
}
