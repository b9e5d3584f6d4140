/** SearchStore over Kysely: one row a plan, found by LIKE over its folded words. */
import { type Kysely, sql } from 'kysely'
import type { SearchStore } from '../plans/search-store.ts'
import { foldedLines, type SearchedText } from '../plans/searched-plan.ts'
import type { Tables } from './schema.ts'

export function createKyselySearchStore(db: Kysely<Tables>): SearchStore {
  return {
    async saveTexts(planId, seq, texts) {
      const kept = { seq, folded: foldedLines(texts), texts: JSON.stringify(texts) }
      await db
        .insertInto('plan_search')
        .values({ plan_id: planId, ...kept })
        .onConflict((conflict) =>
          conflict.column('plan_id').doUpdateSet(kept).where('plan_search.seq', '<', seq),
        )
        .execute()
    },

    async findPlans(schoolId, wanted, { offset, limit }) {
      const pattern = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`
      const rows = await db
        .selectFrom('plan')
        .innerJoin('plan_search', 'plan_search.plan_id', 'plan.id')
        .leftJoin('plan_summary', 'plan_summary.plan_id', 'plan.id')
        .select(['plan.id as planId', 'plan.state', 'plan.template_id', 'plan.template_version'])
        .select(['plan_summary.title', 'plan_search.texts', 'plan_search.folded'])
        .where('plan.school_id', '=', schoolId)
        .where('plan.state', '!=', 'deleted')
        .where(sql<boolean>`plan_search.folded like ${pattern} escape '\\'`)
        .orderBy('plan.changed_at_ms', 'desc')
        .orderBy('plan.id')
        .limit(limit)
        .offset(offset)
        .execute()
      return rows.map(({ planId, state, template_id, template_version, title, texts, folded }) => ({
        planId,
        state,
        title: title ?? '',
        template: { id: template_id, version: template_version },
        // JSON that `saveTexts` wrote.
        texts: JSON.parse(texts) as SearchedText[],
        folded,
      }))
    },
  }
}
