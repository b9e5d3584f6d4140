/** Who could take part in discussing a plan: adults whose membership holds, with what they are for it. */
import type { Kysely } from 'kysely'
import type { DiscussedPlan } from '../discuss/thread-store.ts'
import type { Discusser } from '../discuss/who-is-told.ts'
import { holdsAt } from './membership-query.ts'
import type { Tables } from './schema.ts'

export async function listDiscussers(
  db: Kysely<Tables>,
  { planId, schoolId }: DiscussedPlan,
  nowMs: number,
): Promise<readonly Discusser[]> {
  const rows = await db
    .selectFrom('member')
    .leftJoin('plan_right', (join) =>
      join.onRef('plan_right.member_id', '=', 'member.id').on('plan_right.plan_id', '=', planId),
    )
    .select(['member.id as memberId', 'member.role', 'member.default_right as defaultRight'])
    .select('plan_right.plan_right as right')
    .where('member.school_id', '=', schoolId)
    .where('member.role', '!=', 'pupil')
    .where((where) => holdsAt(where, nowMs))
    .execute()
  const posts = await db
    .selectFrom('plan_post')
    .select(['member_id', 'post', 'section_id as sectionId'])
    .where('plan_id', '=', planId)
    .execute()
  const ofMember = Map.groupBy(posts, ({ member_id }) => member_id)
  return rows.map((row) => ({ ...row, posts: ofMember.get(row.memberId) ?? [] }))
}
